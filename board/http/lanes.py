"""Lanes: threads for work of one kind, of which one works at a time.

Threads that run Python side by side only take its interpreter lock from each other, at every row
that SQLite steps to. Who takes longer than `SLOW` (a search, a photo, a wait for a lock) lets the
next one begin beside it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

SLOW = 0.1  # seconds

T = TypeVar("T")


class Lane:
    """At most `threads` pieces of work at the same time, begun in the order they came."""

    def __init__(self, threads: int, name: str) -> None:
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self.gate = asyncio.Semaphore(1)

    async def run(self, work: Callable[..., T], *arguments: Any) -> T:
        """Do it when its turn has come."""
        async with self.gate:
            doing = self.beside(work, *arguments)
            await asyncio.wait((doing,), timeout=SLOW)
        return await doing

    def beside(self, work: Callable[..., T], *arguments: Any) -> asyncio.Future[T]:
        """Do it beside the others, without a turn: for what mostly waits."""
        return asyncio.get_running_loop().run_in_executor(self.threads, work, *arguments)
