"""Template filters and globals: Korean dates and numbers, addresses, the viewer, and macros."""

import hashlib
import json
import re
import secrets
import time
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote, urlencode

from flask import Flask, Response, g, request
from markupsafe import Markup, escape
from sqlalchemy import event
from werkzeug.datastructures import MultiDict
from werkzeug.local import LocalProxy

from board import clock
from board.application import Naru, application, current_app
from board.bots.honeypot import QUICKEST
from board.current import viewer
from board.extensions import db
from board.http import pieces
from board.http.csrf import FIELD, csrf_token
from board.http.flash import brings_notices, notices
from board.http.gateway import STATE
from board.models import (
    Article,
    Attachment,
    Board,
    Comment,
    Correction,
    Headline,
    SearchResult,
    Site,
)
from board.models.screens.frame import KeptSite
from board.models.screens.shown_comment import ShownComment
from board.pages.figures import FIGURES
from board.pages.look import chosen_look
from board.pages.macros import Macros
from board.text import korean
from board.text.plain import excerpt, text_of, xml_text
from board.text.searching import search_key, words_of

SNIPPET_LENGTH = 120
FRAME_LASTS = 1.0  # seconds, while nothing is written
MOST_PATHS = 4096  # remembered
PLACE = 8_370_154_926_083_517  # stands for any number, and for nothing else


def init_app(app: Naru) -> None:
    """Register filters and globals."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    pieces.init_app(app)
    add_filters(app)
    app.jinja_env.globals.update(
        viewer=viewer,
        ui=Macros(app.jinja_env),
        look=LocalProxy(chosen_look),
        figures=FIGURES,
        quickest=QUICKEST.seconds,
        site=site,
        csrf_token=csrf_token,
        csrf_field=csrf_field,
        once=once,
        static_url=static_url,
        dom_id=dom_id,
        draft_of=draft_of,
        url_of=url_of,
        path_to=path_to,
        path_pattern=path_pattern,
        url_for=path_to,
        url_with=url_with,
        absolute=absolute,
        now=clock.now,
        notices=notices,
        brings_notices=brings_notices,
        marked=marked,
        snippet=snippet,
        json_block=json_block,
    )


def add_filters(app: Flask) -> None:
    """Register the filters."""
    app.jinja_env.filters.update(
        list_date=lambda moment: korean.list_date(moment, clock.today()),
        clock_time=korean.clock_time,
        article_date=korean.article_date,
        full_date=korean.full_date,
        spoken_moment=lambda moment: korean.spoken_moment(moment, clock.today()),
        iso=korean.iso,
        recorded=recorded,
        anywhere=anywhere,
        number=korean.number,
        short_number=korean.short_number,
        file_size=korean.file_size,
        span=korean.span,
        josa=korean.josa,
        excerpt=excerpt,
        xml_text=xml_text,
        text_of=text_of,
        rfc822=lambda moment: moment.strftime("%a, %d %b %Y %H:%M:%S +0000"),
    )


def recorded(text: str) -> str:
    """A detail of an audit entry: moments formatted, other text unchanged."""
    return korean.article_date(datetime.fromisoformat(text)) if "T" in text else text


def site() -> Site:
    """The publisher, menu and counters, each fetched when it is first read and once a page. Readers
    get those of the last page while they are fresh; who may change them reads them anew."""
    if "site" not in g:
        last = application().last_site
        may_be_old = "viewer" in g and not viewer.is_staff  # a letter has none
        g.site = last if last is not None and may_be_old and _is_fresh(last) else Site()
    return g.site


def _is_fresh(last: KeptSite) -> bool:
    state = request.environ.get(STATE)
    return time.monotonic() < last.until and (state is None or state == last.state)


def keep_frame(response: Response) -> Response:
    """Keep the frame of the page that was just made, for error pages to stand in."""
    found = g.get("site")
    if request.method == "GET" and type(found) is Site and "groups" in vars(found):
        last = application().last_site = found.kept()
        last.until, last.state = time.monotonic() + FRAME_LASTS, request.environ.get(STATE)
    return response


@event.listens_for(db.session, "after_commit")
def renew_frame(_session) -> None:
    """Whatever was written here, the next page shows it."""
    if (last := application().last_site) is not None:
        last.until = 0.0


def stand_in_kept_frame() -> None:
    """Put this page into the frame of the last one, so that it asks the database nothing."""
    if "site" not in g and (last := application().last_site) is not None:
        g.site = last


def csrf_field() -> Markup:
    """The hidden input with the CSRF token."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(
        FIELD, pieces.hole(csrf_token)
    )


def once() -> str:
    """A one-use id for a form, against double submission. Pages for everyone must be the same
    bytes, so theirs changes only with the token; two readers of the same page are told apart by who
    they are and what they wrote."""
    return pieces.hole(_once)


def _once() -> str:
    is_for_everyone = viewer.key is None
    return csrf_token() if is_for_everyone else secrets.token_urlsafe(12)


def static_url(name: str) -> str:
    """The address of a static file, with its digest for caching."""
    return path_to("static", filename=name, v=_fingerprint(current_app.static_folder, name))


def dom_id(thing) -> str:
    """The HTML id of a model's element, such as `comment-12`."""
    return f"{type(thing).__name__.lower()}-{thing.id}"


def draft_of(article: Article, parent: Comment | None) -> str:
    """The name under which a browser keeps the text of a comment until it is stored."""
    return f"{article.id}-{parent.id if parent else 0}"


def url_of(thing) -> str:
    """The path of an article, board, comment, correction or attachment."""
    if isinstance(thing, Article | Headline):
        return path_to("articles.show", article_id=thing.id)
    if isinstance(thing, Board):
        return path_to("boards.show", slug=thing.slug)
    if isinstance(thing, Comment | ShownComment):
        return path_to("comments.show", comment_id=thing.id)
    if isinstance(thing, Correction):
        return path_to("articles.show", article_id=thing.article_id) + f"#{dom_id(thing)}"
    if isinstance(thing, Attachment):
        return thing.address()
    raise TypeError(f"no address for {type(thing).__name__}")


def path_to(endpoint: str, _anchor: str = "", **values) -> str:
    """`url_for` of a path on this site, also where no request is: commands write letters that tell
    addresses. A page has hundreds of them, and mostly those of the page before."""
    return _path(application(), endpoint, **values) + (f"#{quote(_anchor)}" if _anchor else "")


def path_pattern(endpoint: str, number: str, **values) -> str:
    """The paths of many things, as a format with `%d` for the value that is named `number`."""
    path = path_to(endpoint, "", **{number: PLACE}, **values)
    return path.replace("%", "%%").replace(str(PLACE), "%d")


@lru_cache(maxsize=MOST_PATHS)
def _path(app: Flask, endpoint: str, **values) -> str:
    return app.url_map.bind("").build(endpoint, values)


def url_with(**changes) -> str:
    """The current address with some query fields changed; None removes one. Unless `page` itself is
    changed, it is removed."""
    fields = MultiDict(request.args)
    if set(changes) != {"page"}:
        fields.pop("page", None)
    for name, value in changes.items():
        fields.poplist(name)
        if value is not None and not (name == "page" and value == 1):
            fields[name] = str(value)
    asked = urlencode(list(fields.items(multi=True)))
    return quote(request.path) + (f"?{asked}" if asked else "")


def absolute(path: str) -> str:
    """A path as a public address, from the settings, never from the request's Host header."""
    return current_app.settings.url + path


def anywhere(html: Markup) -> str:
    """HTML for feeds and other programs: absolute addresses, one width of each photo."""
    plainer = re.sub(r' srcset="[^"]*" sizes="[^"]*"', "", html)
    return re.sub(r'(<(?:a|img) (?:href|src)=")(?=/)', rf"\1{current_app.settings.url}", plainer)


def marked(text: str, query: str) -> Markup:
    """The text, escaped, with the search terms in <mark>."""
    if not search_key(query):
        return escape(text)
    # Marked before it is escaped: a word such as "amp" must not be found inside "&amp;".
    pieces = words_of(query).split(text)
    mark = Markup("<mark>{}</mark>")
    return Markup("").join(
        mark.format(piece) if index % 2 else piece for index, piece in enumerate(pieces)
    )


def snippet(found: SearchResult, query: str) -> Markup:
    """The part of the body around the first search match."""
    text = " ".join(text_of(str(found.body)).split())
    hit = words_of(query).search(text)
    start = max((hit.start() if hit else 0) - SNIPPET_LENGTH // 3, 0)
    before = "…" if start else ""
    return marked(before + excerpt(text[start:], SNIPPET_LENGTH), query)


def json_block(value) -> Markup:
    """JSON for a data block: nothing in it can close the script element."""
    text = json.dumps(value, ensure_ascii=False, indent=None)
    for char, code in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(char, code)
    return Markup(text)  # noqa: S704


@cache
def _fingerprint(folder: str, name: str) -> str:
    return hashlib.sha256(Path(folder, name).read_bytes()).hexdigest()[:12]
