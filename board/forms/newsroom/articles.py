"""Article editor form."""

from datetime import datetime
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, HiddenField, RadioField, TextAreaField
from wtforms.validators import ValidationError

from board import clock
from board.forms.base import Form, one_use
from board.forms.newsroom.attachments import Uploads
from board.forms.newsroom.autosaves import Typed
from board.forms.newsroom.fields import Choice, Choices, Day, Line, Lines, Moment, accepted
from board.models import LABELS, Article, Board, Manuscript, Origin, User
from board.models.article.article import (
    LONGEST_BYLINE,
    LONGEST_SOURCE,
    LONGEST_TITLE,
    MOST_SUBTITLES,
)
from board.models.article.revision import LONGEST_REVISION
from board.text import plain_markup
from board.text.sanitising import release_html


class Body(TextAreaField):
    """The body as typed: HTML from the rich editor, or plain text with blank lines between."""

    @property
    def html(self) -> str:
        typed = self.data or ""
        return typed if plain_markup.looks_like_html(typed) else plain_markup.paragraphs(typed)

    @property
    def source(self) -> str:
        """The text for a plain text box: plain text if nothing is lost by it, else HTML."""
        typed = self.data or ""
        if not plain_markup.looks_like_html(typed):
            return typed
        text = plain_markup.plain(typed)
        return typed if text is None else text


class ArticleForm(Uploads, Typed, Form):
    board_id = Choice("게시판", coerce=int)
    title = Line("제목", most=LONGEST_TITLE, needed="제목을 써 주세요.")
    subtitles = Lines("부제", description="한 줄에 하나씩 씁니다.")
    body = Body("본문")
    byline = Line("작성자", most=LONGEST_BYLINE, description="비워 두면 내 이름이 보입니다.")
    source = Line("자료 제공", most=LONGEST_SOURCE, description="보도자료를 보낸 곳입니다.")
    released_on = Day("자료 날짜", description="보도자료나 옛 글에 적힌 날짜입니다.")
    label = RadioField(
        "표시",
        choices={"": "없음"} | LABELS,
        default="",
        description="우리가 쓴 기사가 아니면 독자에게 알립니다.",
    )
    other_boards = Choices("다른 게시판에도 보이기", coerce=int)
    embargo_until = Moment("엠바고", description="이 시각까지 올릴 수 없습니다. 서울 시각입니다.")
    allows_comments = BooleanField("이 글에 댓글을 받습니다.", default=True)
    is_notice = BooleanField(
        "공지로 올립니다.", description="게시판 목록 맨 위와 첫 화면 맨 위에 함께 보입니다."
    )
    notice_until = Day("공지 마지막 날", description="이날까지 보입니다. 비우면 계속 보입니다.")
    reason = Line(
        "수정 사유", most=LONGEST_REVISION, description="편집실의 수정 기록에만 남습니다."
    )
    once = HiddenField(filters=[one_use])
    article: Article | None = None

    @classmethod
    def of(cls, article: Article, manuscript: Manuscript | None = None, **typed) -> "ArticleForm":
        """The form for an article: posted values first, then unsaved text, then the article. With
        `formdata=None` posted values are ignored."""
        notice, origin = article.notice, article.origin
        if manuscript:
            typed = {"formdata": MultiDict(manuscript.fields)}
        form = cls(
            **typed,
            board_id=0 if article.lacks_board else article.board_id,
            title=article.title,
            subtitles="\n".join(article.subtitles),
            body=str(article.body),
            byline=article.byline,
            source=article.source,
            released_on=origin and origin.released_on,
            label=article.label,
            other_boards=[board.id for board in article.other_boards],
            embargo_until=article.embargo_until,
            allows_comments=article.allows_comments,
            is_notice=article.is_notice,
            notice_until=notice and notice.until and clock.last_day(notice.until),
        )
        form.article = article
        if not form.is_submitted():
            form.know(article)
        return form

    def offer(self, boards: list[Board]) -> "ArticleForm":
        """Fill in the boards to choose from."""
        self.boards = {board.id: board for board in boards}
        named = {board.id: board.full_name for board in boards}
        asks = self.article is not None and self.article.lacks_board
        self.board_id.choices = ({0: "골라 주세요"} if asks else {}) | named
        self.other_boards.choices = named
        return self

    def validate_subtitles(self, field: Lines) -> None:
        if len(field.lines) > MOST_SUBTITLES:
            raise ValidationError(f"부제는 {MOST_SUBTITLES}줄까지 쓸 수 있습니다.")

    def validate_body(self, field: Body) -> None:
        accepted(release_html, field.html)

    def validate_embargo_until(self, field: Moment) -> None:
        if self.article is not None and field.raw_data:
            accepted(self.article.check_embargo, field.moment)

    def validate_notice_until(self, field: Day) -> None:
        if self.is_notice.data and field.data and field.data < clock.today():
            raise ValidationError("공지 마지막 날이 이미 지났습니다. 오늘이나 뒤의 날을 써 주세요.")

    @property
    def written(self) -> dict[str, Any]:
        """Arguments for `Article.draft` or `article.revise`."""
        written = {
            "title": self.title.data,
            "subtitles": self.subtitles.lines,
            "body": release_html(self.body.html),
            "byline": self.byline.data,
            "source": self.source.data,
            "other_boards": self._others(),
            "allows_comments": self.allows_comments.data,
            "label": self.label.data,
        }
        if self.embargo_until.raw_data:  # the page of what is out does not ask for it
            written["embargo_until"] = self.embargo_until.moment
        return written

    def _others(self) -> list[Board]:
        chosen = {
            self.boards[number] for number in self.other_boards.data or [] if number in self.boards
        }
        return sorted(chosen - {self.board}, key=lambda board: board.id)

    def draft(self, by: User) -> Article:
        """Create a draft; `once` prevents a second one from the same form."""
        once = self.once.data or None
        board = self.boards[self.board_id.data]
        article = Article.draft(board=board, by=by, once=once, **self._signed_by(by.name))
        self._keep(article, by)
        return article

    def revise(self, article: Article, by: User) -> None:
        """Save the form into an article."""
        board = self.board or article.board
        article.revise(by=by, reason=self.reason.data, board=board, **self._signed_by(by.name))
        if article.origin and self.board:
            article.origin.lacks_board = False
        self._keep(article, by)

    def _signed_by(self, name: str) -> dict:
        return self.written | {"byline": self.byline.data or name}

    def _keep(self, article: Article, by: User) -> None:
        """Save what stands beside the text: the notice and the original's date; drop the
        autosave."""
        article.manuscript = None
        if self.is_notice.data:
            article.pin(by=by, until=self.notice_ends)
        else:
            article.unpin(by=by)
        if self.released_on.data or article.origin:
            Origin.keep(article, self.released_on.data)

    @property
    def board(self) -> Board | None:
        return self.boards.get(self.board_id.data)

    @property
    def notice_ends(self) -> datetime | None:
        """The moment a notice ends: the end of its last day in Seoul."""
        last = self.notice_until.day
        return None if last is None else clock.day_end(last)
