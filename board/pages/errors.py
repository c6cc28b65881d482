"""Error pages: what happened, what to do next, and the typed text to send again."""

import logging
import secrets
from datetime import timedelta

from flask import Flask, g, make_response, redirect, render_template, request
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError
from werkzeug import Response
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException, SecurityError

from board import clock
from board.current import SessionEndedError, find_viewer
from board.extensions import BusyError, db, writing
from board.files.disk import is_refusal
from board.http.csrf import FIELD, SAFE_METHODS, StaleTokenError
from board.http.flash import notice
from board.http.htmx import wants_fragment
from board.models import (
    Article,
    EnoughError,
    Guest,
    OutrankedError,
    PageNotFound,
    ScanningError,
    TooSoonError,
)
from board.pages.templating import dom_id, keep_frame, stand_in_kept_frame, url_of
from board.text import korean
from board.text.plain import excerpt

logger = logging.getLogger(__name__)

KEPT = "쓰신 글은 그대로 있습니다. "
SAYINGS = {
    400: (
        "받을 수 없는 내용입니다",
        "주소나 보낸 내용이 맞지 않습니다. 앞 화면으로 돌아가 다시 해 주세요.",
    ),
    401: ("로그인이 필요합니다", "로그인한 뒤 다시 해 주세요."),
    403: ("이 쪽을 볼 권한이 없습니다", "다른 이름으로 로그인했는지 살펴봐 주세요."),
    404: ("찾는 글이 없습니다", "지워졌거나 주소가 바뀌었습니다. 아래에서 찾아보세요."),
    405: ("여기서는 할 수 없는 일입니다", "앞 화면으로 돌아가 단추를 눌러 주세요."),
    409: ("그사이 다른 곳에서 바뀌었습니다", "바뀐 내용을 살펴본 뒤 다시 해 주세요."),
    410: ("게시가 중단된 글입니다", "신문사가 이 글의 게시를 중단했습니다. 다른 글을 찾아보세요."),
    413: ("너무 큽니다", "보낸 내용이 너무 큽니다. 나누거나 줄여서 다시 보내 주세요."),
    415: ("받을 수 없는 형식입니다", "앞 화면으로 돌아가 거기 있는 단추로 보내 주세요."),
    429: ("잠시 뒤 다시 해 주세요", "너무 여러 번 했습니다. 조금 쉬었다가 다시 눌러 주세요."),
    500: ("서버에 문제가 생겼습니다", "쓰던 글은 뒤로 가면 남아 있습니다. 잠시 뒤 다시 해 주세요."),
    503: ("지금은 저장할 수 없습니다", f"{KEPT}잠시 뒤 다시 눌러 주세요."),
}
STALE = "화면을 연 지 오래되었습니다. 다시 한 번 눌러 주세요."
ENDED = "로그인이 풀렸습니다. 새 창에서 로그인한 뒤 여기에서 다시 보내 주세요."
ENDED_IN_PLACE = "로그인이 풀렸습니다. 다시 로그인하면 쓰신 글이 등록됩니다."
FULL = (
    "서버의 디스크가 가득 찼거나 쓸 수 없어 저장하지 못했습니다. 쓰신 글은 그대로 있습니다. "
    "서버를 살펴본 뒤 다시 보내 주세요."
)
SEARCHING = "지금 다른 검색을 하고 있습니다. 잠시 뒤에 다시 눌러 주세요."
WHO = {"username": "아이디", "name": "이름", "nickname": "별명"}
PASSWORDS = {"current": "지금 비밀번호", "password": "비밀번호"}
RETRY_SECONDS = 5
SHOWN_OF_WORDS = 20  # characters, on a button
SCAN_SECONDS = 2  # a search through a hundred thousand articles takes one
LOST = (404, 410)  # who is lost is shown where to go on reading
MOST_RECENT = 5


def init_app(app: Flask) -> None:
    """Register the error handlers."""
    app.after_request(keep_frame)
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(StaleTokenError, stale_token)
    app.register_error_handler(SessionEndedError, session_ended)
    app.register_error_handler(TooSoonError, too_soon)
    app.register_error_handler(OutrankedError, outranked)
    app.register_error_handler(EnoughError, enough)
    app.register_error_handler(PageNotFound, page_not_found)
    app.register_error_handler(SecurityError, foreign_host)
    app.register_error_handler(OperationalError, database_error)
    app.register_error_handler(BusyError, busy)
    app.register_error_handler(ScanningError, busy_searching)
    app.register_error_handler(OSError, disk_error)
    app.register_error_handler(DataError, unfit)
    for crossing in (IntegrityError, StaleDataError, ObjectDeletedError):
        app.register_error_handler(crossing, crossed)
    app.register_error_handler(Exception, unexpected)


class ExplainedError(HTTPException):
    """An HTTP error with a Korean sentence of its own; `wait` are the seconds of Retry-After."""

    def __init__(
        self, status: int, sentence: str, heading: str | None = None, wait: int = 0
    ) -> None:
        super().__init__(sentence)
        self.code, self.heading, self.wait = status, heading, wait


def http_error(error: HTTPException) -> Response:
    """Any HTTP error as a page."""
    if error.code is None or error.code < 400:
        return error.get_response()
    said = error.description if isinstance(error, ExplainedError) else None
    more = {"heading": error.heading} if isinstance(error, ExplainedError) and error.heading else {}
    if error.code == 429:
        more |= _once_more()
    response = page(error.code, said, **more)
    for name, value in error.get_headers():
        if name.lower() in ("allow", "retry-after"):
            response.headers[name] = value
    if isinstance(error, ExplainedError) and error.wait:
        response.headers["Retry-After"] = str(error.wait)
    return response


def too_soon(error: TooSoonError) -> Response:
    """A comment in a slowed thread that came too soon; its words are there to be sent again."""
    db.session.rollback()
    return http_error(ExplainedError(429, error.sentence, wait=error.wait))


def outranked(error: OutrankedError) -> Response:
    """403 when the viewer would undo a decision of an admin or of a takedown case."""
    db.session.rollback()
    return page(403, str(error), heading="되돌릴 수 없는 결정입니다")


def enough(error: EnoughError) -> Response:
    """Daily limit of recommendations: a sentence beside the button, 429 for htmx, else a
    redirect."""
    db.session.rollback()
    if wants_fragment():
        answer = page(429, str(error))
        answer.headers["Retry-After"] = str(error.wait)
        return answer
    at = "recommendation" if isinstance(error.thing, Article) else dom_id(error.thing)
    notice(str(error), "warn", at=at)
    place = url_of(error.thing)
    return redirect(f"{place}#{at}" if at == "recommendation" else place, 303)


def stale_token(_error: StaleTokenError) -> Response:
    """403 for an invalid CSRF token: the typed text with a fresh token, to be sent again."""
    find_viewer()
    return page(403, STALE, heading="다시 한 번 눌러 주세요", resend=_typed())


def session_ended(_error: SessionEndedError) -> Response:
    return sign_in_first()


def sign_in_first() -> Response:
    """Sign-in required: without a script the typed text stands on the page, to be sent again; with
    one the sign-in form opens beside the pressed button, which is pressed again afterwards."""
    sentence = ENDED_IN_PLACE if wants_fragment() else ENDED
    return page(401, sentence, sign_in=True, resend=_typed())


def page_not_found(error: PageNotFound) -> Response:
    """A page number past the end: redirect to the last page."""
    said = f"이 목록은 {error.last:,}쪽까지 있습니다."
    return page(404, said, heading="찾는 쪽이 없습니다", last_page=error.last)


def foreign_host(_error: SecurityError) -> Response:
    """400 for an unknown Host header: a bare sentence, without our address."""
    return Response(f"{SAYINGS[400][0]}. 주소를 살펴봐 주세요.\n", 400, mimetype="text/plain")


def unfit(_error: DataError) -> Response:
    """400 for a value that passed the form but that the database refused."""
    db.session.rollback()
    return page(400)


def crossed(error: Exception) -> Response:
    """409 for a concurrent change: two people did the same, or one undid what the other needed."""
    logger.warning("crossed: %s", type(error).__name__)
    db.session.rollback()
    return page(409)


def database_error(error: OperationalError) -> Response:
    """503 when the database is locked, full or gone."""
    logger.warning("database: %s", type(error.orig).__name__)
    db.session.rollback()
    return _busy()


def busy(_error: BusyError) -> Response:
    """Too many writers before this one: the words are kept, and sent again a little later."""
    return _busy()


def busy_searching(_error: ScanningError) -> Response:
    """503 while somebody else searches: the words stand on the button that asks once more."""
    words = excerpt(request.args.get("q", ""), SHOWN_OF_WORDS)
    again = [(f"‘{words}’ 다시 찾기", request.full_path)]
    response = page(503, SEARCHING, heading="지금은 찾을 수 없습니다", steps=again)
    response.headers["Retry-After"] = str(SCAN_SECONDS)
    return response


def disk_error(error: OSError) -> Response:
    """503 when the disk is full or cannot be written; another `OSError` is unexpected."""
    if not is_refusal(error):
        return unexpected(error)
    logger.warning("disk: %s", error.strerror)
    db.session.rollback()
    return _busy(FULL)


def unexpected(error: Exception) -> Response:
    """500 for an unhandled exception, logged."""
    number = secrets.token_hex(4).upper()
    logger.exception("unexpected error %s at %r", number, request.path)
    db.session.rollback()
    return page(500, f"{SAYINGS[500][1]} (번호 {number})")


def page(status: int, sentence: str | None = None, **context) -> Response:
    """An error page in the site's layout, or the bare sentence when even that fails."""
    heading, usual = SAYINGS.get(status, SAYINGS[400] if status < 500 else SAYINGS[500])
    usual = usual if _has_fields() else usual.removeprefix(KEPT)
    if wants_fragment():  # it has no heading
        usual = f"{heading}. {usual}"
    said = {"status": status, "heading": heading, "sentence": sentence or usual} | context
    template = "errors/error.hx.html" if wants_fragment() else "errors/error.html"
    said.setdefault("typed", _words_typed())
    writing.set(False)  # nothing is written from here on: the page must not wait for the lock
    stand_in_kept_frame()
    if "viewer" not in g:  # refused before anybody was looked up
        g.viewer, g.session = Guest(), None
    try:
        if status in LOST and not wants_fragment():
            said["recent"] = list(db.session.scalars(Article.latest().limit(MOST_RECENT)))
        return make_response(render_template(template, **said), status)
    except Exception:
        logger.exception("the error page itself failed")
        db.session.rollback()
        return make_response(render_template("errors/bare.html", **said), status)


def _busy(sentence: str | None = None) -> Response:
    response = page(503, sentence, resend=_typed())
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def _once_more() -> dict:
    """Template context for trying again: the form with its text, or a link."""
    if request.method in SAFE_METHODS:
        return {"steps": [("다시 해 보기", request.full_path.rstrip("?"))]}
    return {"resend": _typed()}


def _typed() -> dict | None:
    """The form as it was sent, to be sent again; passwords and files are never repeated."""
    form = _form()
    if form is None:
        return None
    seen_anew = {FIELD, *WHO, *PASSWORDS}
    return {
        "action": request.full_path.rstrip("?"),
        "fields": [(name, said) for name, said in form.items(multi=True) if name not in seen_anew],
        "who": [(name, WHO[name], said) for name in WHO for said in form.getlist(name)],
        "asks": [(name, label) for name, label in PASSWORDS.items() if name in form],
        "had_files": any(file.filename for _, file in request.files.items(multi=True)),
    }


def _words_typed() -> str:
    form = _form()
    return "" if form is None else form.get("body", "")


def _has_fields() -> bool:
    """Whether a form was filled in, and not a button alone pressed."""
    form = _form()
    return form is not None and bool(form.keys() - {FIELD, "recommended"} or request.files)


def _form() -> MultiDict[str, str] | None:
    """The form that was sent; None when the body itself was what could not be read."""
    if request.method in SAFE_METHODS:
        return None
    try:
        return request.form
    except (HTTPException, OSError):
        return None


def too_many(wait: int, what: str) -> ExplainedError:
    """A 429 that says when it works again; `wait` in seconds."""
    minutes = -(-wait // 60)
    then = korean.time_of_day(clock.now() + timedelta(seconds=wait + 59))
    return ExplainedError(
        429, f"{what} {minutes}분 뒤에 다시 해 주세요. {then}부터 됩니다.", wait=wait
    )


def say(status: int, sentence: str, heading: str | None = None) -> ExplainedError:
    """An HTTP error of this status with its own sentence, and perhaps its own heading."""
    return ExplainedError(status, sentence, heading)
