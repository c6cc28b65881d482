"""Sizes of files and requests, in bytes, and of photos, in pixels: each is said here and only here.

What the reader of documents, a floor below, must know as well stands in `board.text.documents`;
how much it may unpack of one kind of document is said beside that kind.
"""

from board.text.documents.limits import LARGEST_LETTER, MEGABYTE, MOST_PIXELS

__all__ = ["LARGEST_LETTER", "MEGABYTE", "MOST_PIXELS"]

LARGEST_FILE = 20 * MEGABYTE  # of one file, also of one that comes inside another
LARGEST_ARTICLE = 100 * MEGABYTE  # all files of one article
LARGEST_ZIP = LARGEST_ARTICLE  # of files that become drafts
LARGEST_ON_DISK = LARGEST_ARTICLE  # of a file that the command line reads where it lies
LARGEST_REQUEST = 110 * MEGABYTE  # an article's files come together, with what a form adds
LARGEST_FORM = 2 * MEGABYTE  # text fields, in memory
LONGEST_FILE_NAME = 255  # bytes of a file's name, the limit of common file systems
LARGEST_DIRECTORY = MEGABYTE  # a zip's table of contents: some ten thousand entries

# The child that reads a document.
MOST_CHILD_MEMORY = 768 * MEGABYTE
LARGEST_WRITTEN = 64 * MEGABYTE  # of one file that it writes
LARGEST_ANSWER = 16 * MEGABYTE  # of what it says it has read

MOST_PHOTO_MEMORY = 64_000_000  # of the decoded picture; what is made of it needs some more
LONGEST_SIDE = 2400  # pixels of the longer side that are kept of a photo


def megabytes(number: int) -> int:
    """So many megabytes in bytes."""
    return number * MEGABYTE
