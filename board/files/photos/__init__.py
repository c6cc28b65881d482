"""Photo processing: decode within limits, rotate upright, strip metadata, resize.

A photo becomes a folder: WebP files at the widths readers' screens need, one JPEG for the
programs that know nothing else, and a master that is never served, from which it is made anew
when it is cropped or blurred. The file that came in is not kept: it may carry a place, or a name.
"""

from board.files.photos.versions import (
    MASTER,
    WIDTHS,
    Made,
    NoPhotoError,
    make,
    remake,
    widths_up_to,
)

__all__ = ["MASTER", "WIDTHS", "Made", "NoPhotoError", "make", "remake", "widths_up_to"]
