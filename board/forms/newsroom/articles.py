"""The editor's form."""

from datetime import datetime, timedelta

from wtforms import BooleanField, HiddenField, TextAreaField
from wtforms.validators import ValidationError

from board import clock
from board.forms.base import Form, one_use
from board.forms.newsroom.attachments import Uploads
from board.forms.newsroom.fields import Choice, Day, Line, Lines, accepted
from board.models import Article, Board, Origin, User
from board.text import releases
from board.text.sanitising import release_html

MOST_SUBTITLES = 10


class Body(TextAreaField):
    """The body as typed: HTML from the rich editor, or plain text with blank lines between."""

    @property
    def html(self) -> str:
        typed = self.data or ""
        return typed if releases.looks_like_html(typed) else releases.paragraphs(typed)

    @property
    def source(self) -> str:
        """What a plain text box should show: plain text where nothing would get lost by it."""
        typed = self.data or ""
        if not releases.looks_like_html(typed):
            return typed
        text = releases.plain(typed)
        return typed if text is None else text


class ArticleForm(Uploads, Form):
    board_id = Choice("게시판", coerce=int)
    title = Line("제목", most=200, needed="제목을 써 주세요.")
    subtitles = Lines("부제", description="한 줄에 하나씩 씁니다.")
    body = Body("본문")
    byline = Line("작성자", most=40, description="비워 두면 내 이름이 보입니다.")
    source = Line("자료 제공", most=100, description="보도자료를 보낸 곳입니다.")
    released_on = Day("자료 날짜", description="보도자료나 옛 글에 적힌 날짜입니다.")
    allows_comments = BooleanField("이 글에 댓글을 받습니다.", default=True)
    is_notice = BooleanField("공지로 목록 맨 위에 올립니다.")
    notice_until = Day("공지 마지막 날", description="이날까지 보입니다. 비우면 계속 보입니다.")
    once = HiddenField(filters=[one_use])
    version = HiddenField()

    @classmethod
    def of(cls, article: Article) -> "ArticleForm":
        """The form as it stands for an article; what was posted, if anything was, wins."""
        notice, origin = article.notice, article.origin
        return cls(
            board_id=article.board_id,
            title=article.title,
            subtitles="\n".join(article.subtitles),
            body=str(article.body),
            byline=article.byline,
            source=article.source,
            released_on=origin and origin.released_on,
            allows_comments=article.allows_comments,
            is_notice=article.is_notice,
            notice_until=notice and notice.until and last_day_before(notice.until),
            version=article.updated_at.isoformat(),
        )

    def offer(self, boards: list[Board]) -> "ArticleForm":
        """Fill in the boards to choose from."""
        self.boards = {board.id: board for board in boards}
        self.board_id.choices = [
            (board.id, f"{board.group.name} › {board.name}") for board in boards
        ]
        return self

    def validate_subtitles(self, field: Lines) -> None:
        if len(field.lines) > MOST_SUBTITLES:
            raise ValidationError(f"부제는 {MOST_SUBTITLES}줄까지 쓸 수 있습니다.")

    def validate_body(self, field: Body) -> None:
        accepted(release_html, field.html)

    def validate_notice_until(self, field: Day) -> None:
        if self.is_notice.data and field.data and field.data < clock.today():
            raise ValidationError("공지 마지막 날이 이미 지났습니다. 오늘이나 뒤의 날을 써 주세요.")

    def is_stale(self, article: Article) -> bool:
        """Whether the article was changed, in another window, since this form was opened.

        The same words sent twice by a double click are no conflict.
        """
        if self.version.data == article.updated_at.isoformat():
            return False
        same = all(
            str(getattr(article, name)) == str(value) for name, value in self.written.items()
        )
        return not (same and article.board is self.board)

    @property
    def written(self) -> dict:
        """What to hand to `Article.draft` or `article.revise`."""
        return {
            "title": self.title.data,
            "subtitles": self.subtitles.lines,
            "body": release_html(self.body.html),
            "byline": self.byline.data,
            "source": self.source.data,
            "allows_comments": self.allows_comments.data,
        }

    def draft(self, by: User) -> Article:
        """A new draft of what was typed; `once` makes it the only one of this form."""
        once = self.once.data or None
        article = Article.draft(board=self.board, by=by, once=once, **self._signed(by))
        self._keep(article, by)
        return article

    def revise(self, article: Article, by: User) -> None:
        """Write what was typed into an article."""
        article.revise(by=by, board=self.board, **self._signed(by))
        self._keep(article, by)

    def _signed(self, by: User) -> dict:
        return self.written | {"byline": self.byline.data or by.name}

    def _keep(self, article: Article, by: User) -> None:
        """What stands beside the text: the notice and the original's date."""
        if self.is_notice.data:
            article.pin(by=by, until=self.notice_ends)
        else:
            article.unpin(by=by)
        if self.released_on.data or article.origin:
            Origin.keep(article, self.released_on.data)

    @property
    def board(self) -> Board:
        return self.boards[self.board_id.data]

    @property
    def notice_ends(self) -> datetime | None:
        """The moment a notice comes down: the end of its last day in Seoul."""
        last = self.notice_until.data
        return last and clock.day_start(last + timedelta(days=1))


def last_day_before(moment: datetime):
    """The last calendar day in Seoul that begins before this moment ends a notice."""
    return (clock.local(moment) - timedelta(seconds=1)).date()
