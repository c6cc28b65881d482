"""Photo formats beyond Pillow's own, and the error for what is none of them."""

from importlib.util import find_spec

# Without the extra `heic` its photos get their sentence.
OPENS_HEIC = find_spec("pillow_heif") is not None


class NoPhotoError(ValueError):
    """Not a usable photo; the text is a Korean sentence."""
