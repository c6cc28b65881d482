"""Attachments: photos and files of an article, and the retouching of photos."""
