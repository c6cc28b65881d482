"""Bulk publishing: publish the complete drafts, and report what the others lack."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from board.models.article.article import Article

if TYPE_CHECKING:
    from board.models.user.user import User


@dataclass
class Edition:
    """Result of a bulk publication. `held` are (article, a Korean sentence saying what to do
    first)."""

    published: list[Article] = field(default_factory=list)
    scheduled: list[Article] = field(default_factory=list)
    held: list[tuple[Article, str]] = field(default_factory=list)

    @classmethod
    def publish(cls, articles: Iterable[Article], by: "User") -> "Edition":
        """Publish the drafts among these; one under embargo is scheduled for its end."""
        edition = cls()
        for article in articles:
            if not article.is_draft:
                continue  # a double click, or another window was quicker
            if article.gaps:
                edition.held.append((article, article.gaps[0].sentence))
            elif article.embargo_until is not None and article.is_embargoed:
                article.schedule(at=article.embargo_until, by=by)
                edition.scheduled.append(article)
            else:
                article.publish(by=by)
                edition.published.append(article)
        return edition

    @property
    def sentence(self) -> str:
        """The result as a sentence for the newsroom."""
        said = []
        if self.published:
            said.append(f"{len(self.published)}건을 게시했습니다.")
        if self.scheduled:
            said.append(f"{len(self.scheduled)}건은 엠바고가 풀릴 때로 예약했습니다.")
        return " ".join(said) or "게시한 글이 없습니다."
