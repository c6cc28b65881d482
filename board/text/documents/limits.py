"""Sizes that the reader of documents shares with the rest of the house (`board.files.limits`)."""

MEGABYTE = 1024 * 1024  # bytes
LARGEST_LETTER = 60 * MEGABYTE  # attachments travel a third larger than they are
MOST_PIXELS = 40_000_000  # of one picture
