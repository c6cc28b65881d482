"""Bodies of requests: received whole on the event loop, so that slow senders hold no thread."""

from __future__ import annotations

import asyncio
import io
import tempfile
import time
from typing import IO, Any

from board.files.limits import LARGEST_REQUEST

BODY_SECONDS = 20  # for a whole form; a larger body gets more while it keeps coming
SLOWEST = 16 * 1024  # bytes a second, after the first `BODY_SECONDS`
SILENCE_SECONDS = 10  # between two pieces of a body
IN_MEMORY = 256 * 1024  # bytes of a body; more goes to a temporary file

TOO_SLOW = "보내는 데 너무 오래 걸렸습니다. 인터넷이 이어져 있는지 확인하고 다시 보내 주세요.\n"
CUT_OFF = "보내는 중에 연결이 끊겼습니다. 다시 보내 주세요.\n"
TOO_FULL = (
    "서버에 받을 자리가 없습니다. 쓰던 글은 뒤로 가면 남아 있습니다. 잠시 뒤 다시 보내 주세요.\n"
)


class RefusedBody(Exception):
    """A body that is not taken: the status and the sentence to answer."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


async def received(environ: dict[str, Any], proto: Any) -> IO[bytes]:
    """The whole body. One that says it is too large is left alone: the application answers 413.

    Raises `RefusedBody` when it is cut off, comes too slowly or finds no room on the disk.
    """
    announced = int(environ.get("CONTENT_LENGTH") or 0)
    if announced > LARGEST_REQUEST:
        return io.BytesIO()
    body: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed by the caller
    began, size = time.monotonic(), 0
    pieces = aiter(proto)
    try:
        while size <= LARGEST_REQUEST:
            left = began + BODY_SECONDS + size / SLOWEST - time.monotonic()
            patience = max(min(left, SILENCE_SECONDS), 0)
            try:
                piece = await asyncio.wait_for(anext(pieces), patience)
            except StopAsyncIteration:
                break
            size += len(piece)
            body.write(piece)
    except TimeoutError:
        body.close()
        raise RefusedBody(408, TOO_SLOW) from None
    except OSError:
        body.close()
        raise RefusedBody(503, TOO_FULL) from None
    if size < announced:  # the sender is gone; half a form must not count as a whole one
        body.close()
        raise RefusedBody(400, CUT_OFF)
    environ["CONTENT_LENGTH"] = str(size)
    body.seek(0)
    return body
