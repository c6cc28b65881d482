"""Text processing: pure functions on words, HTML and documents; nothing here knows the site."""
