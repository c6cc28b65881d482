"""HTTP: parameters, CSRF, caching, compression, headers, htmx and flash messages."""
