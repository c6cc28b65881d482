"""Lanes: threads for work of one kind, of which one works at a time.

Threads that run Python side by side only take its interpreter lock from each other, at every row
that SQLite steps to. Who takes longer than `SLOW` (a photo, a wait for a lock), or says at once that
it will (a search), lets the next one begin beside it.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

SLOW = 0.1  # seconds

T = TypeVar("T")

_here = threading.local()  # `step_aside` of the lane on which this thread works


class Lane:
    """At most `threads` pieces of work at the same time, begun in the order they came."""

    def __init__(self, threads: int, name: str) -> None:
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self.gate = asyncio.Semaphore(1)

    async def run(self, work: Callable[..., T], *arguments: Any) -> T:
        """Do it when its turn has come."""
        async with self.gate:
            aside = asyncio.get_running_loop().create_future()
            doing = self.beside(_on_lane, aside, work, *arguments)
            first = asyncio.FIRST_COMPLETED
            await asyncio.wait((doing, aside), timeout=SLOW, return_when=first)
        return await doing

    def beside(self, work: Callable[..., T], *arguments: Any) -> asyncio.Future[T]:
        """Do it beside the others, without a turn: for what mostly waits."""
        return asyncio.get_running_loop().run_in_executor(self.threads, work, *arguments)


def step_aside() -> None:
    """Let the next one begin beside what this thread does, which will take long."""
    if (aside := getattr(_here, "aside", None)) is not None:
        _here.aside = None
        aside.get_loop().call_soon_threadsafe(aside.set_result, None)


def _on_lane(aside: asyncio.Future[None], work: Callable[..., T], *arguments: Any) -> T:
    _here.aside = aside
    try:
        return work(*arguments)
    finally:
        _here.aside = None
