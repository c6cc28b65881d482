"""A disk that takes nothing."""

import errno
import os
import resource
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def no_room():
    """The kernel lets this process write nothing into files, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def read_only():
    """Nothing can be made on this disk. (A real one would have to be mounted, as root.)"""
    return refusing(errno.EROFS)


@contextmanager
def refusing(number: int):
    """No folder can be made, for the reason with this number."""
    with pytest.MonkeyPatch.context() as patch:
        error = OSError(number, os.strerror(number))
        patch.setattr(Path, "mkdir", lambda *_, **__: (_ for _ in ()).throw(error))
        yield
