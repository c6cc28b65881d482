"""User actions on pages, with and without JavaScript, and how their result is seen."""

from __future__ import annotations

import re
import shutil
import urllib.request
from datetime import timedelta
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from board import clock, create_app
from board.config import Settings
from board.extensions import db
from board.models import Article, Board, User

SECRET = "감나무집 셋째"

# Stories whose sizes and scripts do not meddle with each other are played twice, not four times.
PHONE_OR_PLAIN_DESK = pytest.mark.parametrize("any_page", ["phone", "desktop-plain"], indirect=True)
DESK_OR_PLAIN_PHONE = pytest.mark.parametrize("any_page", ["desktop", "phone-plain"], indirect=True)

# No syllable follows itself in a made name: repeated ones are one to the detection of copies.
SYLLABLES = ("가나다라마바사", "아자차카타파하", "고노도로모보소")
_numbers = count(1)


def address_of(site: str, title: str) -> str:
    """The path of the sample paper's article whose title holds these words."""
    somebody = {"X-Forwarded-For": f"198.51.100.{next(_numbers) % 250}"}
    asking = urllib.request.Request(f"{site}/search?q={quote(title)}", headers=somebody)  # noqa: S310
    with urllib.request.urlopen(asking, timeout=5) as answer:  # noqa: S310
        found = re.search(r'<h3>\s*<a href="(/articles/\d+)"', answer.read().decode())
    assert found, f"no article of the sample paper has “{title}” in its title"
    return found[1]


def words(beginning: str) -> str:
    """A sentence that was not written before: other digits alone would make it a copy."""
    number = next(_numbers)
    village = "".join(each[number // 7**place % 7] for place, each in enumerate(SYLLABLES))
    return f"{beginning} (은{village} 마을에서 씁니다.)"


def fill_comment(form: Locator, text: str, *, nickname: str = "물안개") -> None:
    """Fill in what a guest is asked for, without sending it."""
    form.locator("[name=nickname]").fill(nickname)
    form.locator("[name=password]").fill(SECRET)
    form.locator("[name=body]").fill(text)


def comment_as_guest(page: Page, text: str, *, nickname: str = "물안개") -> Locator:
    """Write a comment on the article that is open; what stands in the thread comes back."""
    fill_comment(page.locator("#write"), text, nickname=nickname)
    page.get_by_role("button", name="댓글 등록").click()
    comment = comment_with(page, text)
    expect(comment).to_be_visible()
    return comment


def comment_with(page: Page, text: str) -> Locator:
    return page.locator("#thread li.comment").filter(has_text=text)


def by_id(page: Page, comment: Locator) -> Locator:
    """The same comment, whatever its text is later."""
    return page.locator(f"#{comment.get_attribute('id')}")


def hears(page: Page, sentence: str) -> None:
    """Assert that the reader was told, by a live region after a swap or on top of the next page."""
    told = page.locator("#live, .notice").filter(has_text=sentence)
    expect(told.first).to_be_attached()


def scripted(page: Page) -> bool:
    """Whether this reader's browser runs JavaScript: app.js puts in the button to print."""
    return page.get_by_role("button", name="인쇄").count() > 0


def busy_copy(sown: Path, instance: Path) -> Path:
    """The sample paper with thirty more articles in 자유게시판, the last one edited since."""
    shutil.copytree(sown, instance)
    app = create_app(Settings.for_tests(instance))
    with app.app_context():
        board = db.session.scalars(db.select(Board).filter_by(slug="free")).one()
        editor = db.session.scalars(User.named("pyeonjip")).one()
        for day in range(30):
            letter = Article.draft(
                board=board, by=editor, title=f"나루터 일기 {day + 1}", body="<p>물이 맑습니다.</p>"
            )
            letter.publish(by=editor, at=clock.now() - timedelta(days=200 + day))
        letter.revise(by=editor, reason="오타", body="<p>물이 더 맑습니다.</p>")
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return instance
