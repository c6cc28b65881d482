"""Background jobs: counts written apart from serving, and mail taken into drafts."""
