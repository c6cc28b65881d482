"""Search query of a request: which page asks makes no difference to its limits."""

from dataclasses import dataclass

from flask import request

from board.access.throttling import pace_reading
from board.models import SHORTEST_QUERY
from board.models.article.searchable import LONGEST_QUERY
from board.text.plain import tidy
from board.text.searching import search_key


@dataclass(frozen=True)
class SearchQuery:
    """What somebody asked for: `words` that can be searched for, or `typed` ones that cannot and a
    `problem`, a Korean sentence. Without any, all are empty."""

    typed: str

    def __bool__(self) -> bool:
        return bool(self.typed)

    @property
    def words(self) -> str:
        return "" if self.problem else self.typed

    @property
    def problem(self) -> str:
        if self.typed and len(search_key(self.typed).replace(" ", "")) < SHORTEST_QUERY:
            return "두 글자 이상 넣어 주세요."
        if len(self.typed) > LONGEST_QUERY:
            return f"검색어은 {LONGEST_QUERY}자까지 쓸 수 있습니다. 단어를 줄여 주세요."
        return ""


def typed_query() -> SearchQuery:
    """The words searched for, tidied; marks alone are none."""
    query = tidy(request.args.get("q", ""))
    return SearchQuery(query if search_key(query) else "")


def search_query() -> SearchQuery:
    """The same, counted. A 429 when it is one search too many."""
    query = typed_query()
    if query.words:
        pace_reading("search")
    return query
