"""Background jobs: counting apart from requests, and fetching mail into drafts."""
