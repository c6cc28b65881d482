"""Pages: what every template knows, and the pages that say what went wrong."""
