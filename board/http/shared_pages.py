"""Shared pages: one for all readers who ask for it, from the page cache or made once (single flight)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from board.http.gateway import FOR_EVERYBODY, READ, Answer, environ_of
from board.http.page_cache import LIFE, KeptPage, Key, PageCache

Environ = dict[str, Any]


class SharedPages:
    """Answers from `pages`. What is not there is made by `make`; `given` is told of each page that
    was there, with the request's scope and headers."""

    def __init__(
        self,
        pages: PageCache,
        make: Callable[[Environ], Awaitable[Answer]],
        given: Callable[[KeptPage, Any, dict[str, str]], None],
    ) -> None:
        self.pages, self.make, self.given = pages, make, given
        self.key_of = pages.key_of
        self.making: dict[Key, asyncio.Future[KeptPage | None]] = {}

    async def answer(self, key: Key, scope: Any, headers: dict[str, str]) -> Answer:
        """The page from memory. While one is being made, all who ask for it wait for that one."""
        page = self.pages.find(key)
        if page is None:
            if (making := self.making.get(key)) is None:
                return await self._made(key, environ_of(scope, headers), headers)
            # Shielded: a reader who leaves must not take the page away from the others.
            if (page := await asyncio.shield(making)) is None:
                return await self.make(environ_of(scope, headers))
        self.given(page, scope, headers)
        return page.answer_to(headers)

    async def _made(self, key: Key, environ: Environ, headers: dict[str, str]) -> Answer:
        making = self.making[key] = asyncio.get_running_loop().create_future()
        page = None
        try:
            version = self.pages.version()
            environ.pop("HTTP_IF_NONE_MATCH", None)  # asked of what is kept, below
            answer = await self.make(environ)
            if FOR_EVERYBODY in environ and answer.status == 200:
                page = KeptPage(answer, version, time.monotonic() + LIFE, environ.get(READ))
                self.pages.keep(key, page)
        finally:
            del self.making[key]
            making.set_result(page)
        return page.answer_to(headers) if page else answer
