"""Pages: template filters and globals, and error pages."""
