"""Disk: whether it takes what is written, and which errors say that it does not."""

import errno
import secrets
from contextlib import suppress
from pathlib import Path

PROBE = 4096  # bytes; a full disk still takes an empty file
REFUSALS = frozenset(
    (
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EFBIG,
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.EIO,
    )
)


def is_refusal(error: OSError) -> bool:
    """Whether the disk is full, read-only or broken, and nobody's request is at fault."""
    return error.errno in REFUSALS


def takes_writing(folder: Path) -> bool:
    """Whether a file can be written here: one is, and deleted. Permissions alone tell nothing of a
    full disk, and root is permitted everything."""
    probe = folder / f".probe-{secrets.token_hex(8)}"
    try:
        probe.write_bytes(bytes(PROBE))
    except OSError:
        return False
    finally:
        with suppress(OSError):
            probe.unlink()
    return True
