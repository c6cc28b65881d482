"""Cross-site scripting: hostile text in every place, in a browser without our content policy.

The policy would stop most of it; here the escaping and cleaning have to do it alone. Nothing may
run, nothing may be fetched from elsewhere, and the page must stand as it does with kind words.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, Request

from board import clock, create_app
from board.config import Settings
from board.extensions import db
from board.models import Article, Board, Comment, Group, Guest, Publisher, User
from board.text.sanitising import release_html
from tests.browser.conftest import PHONE
from tests.support.vectors import VECTORS

PASSWORD = "나루터 앞 느티나무"
SLUG = "hostile"
# Without what no form of ours would hand on: NUL and halves of characters.
WORDS = [each.encode("utf-8", "replace").decode().replace("\0", "") for each in VECTORS]
BODIES_A_PAGE = 64
TYPED = [  # by hand, through the forms
    "<script>__ran(1)</script>",
    "<img src=x onerror=__ran(1)>",
    "<svg/onload=__ran(1)>",
    "</textarea></form></li></ol><img src=x onerror=__ran(1)>",
    '" autofocus onfocus=__ran(1) x="',
    "<b data-hx-get=/session/end data-hx-trigger=load data-hx-target=body>x</b>",
    "<hx-partial data-hx-target=body data-hx-swap=innerHTML>지움</hx-partial>",
    "<p data-say=x data-focus id=live>x</p>",
    "javascript:__ran(1) http://a.kr/'onclick=__ran(1)//",
    "{{7*7}}</script><script>__ran(1)</script>",
    "\u202e<b>\u2066" + "W" * 300,
    "가" + "\u0301\u0302" * 200,
]

# What a page must never hold, whatever was written: a list of what is wrong with the page shown.
WOUNDS = Path(__file__).with_name("wounds.js").read_text()
SHAPE = Path(__file__).with_name("shape.js").read_text()


@pytest.fixture(scope="module")
def sown(sown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample paper after somebody who means harm got hold of every box there is."""
    instance = tmp_path_factory.mktemp("hostile") / "instance"
    shutil.copytree(sown, instance)
    app = create_app(Settings.for_tests(instance))
    with app.app_context(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "board.models.screening.screening.PHASES", ()
        )  # as if a moderator had let all through
        _fill_with_harm(db.session.scalars(User.named("pyeonjip")).one())
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return instance


@pytest.fixture
def bare(browser: Browser, site: str) -> Iterator[Page]:
    """A phone whose browser ignores our content policy; `__ran` tells on whoever calls it."""
    context = browser.new_context(
        **PHONE, base_url=site, locale="ko-KR", timezone_id="Asia/Seoul", bypass_csp=True
    )
    context.set_default_timeout(15_000)
    context.add_init_script("window.__ran = () => { window.__hurt = (window.__hurt || 0) + 1; }")
    page = context.new_page()
    page.harm = []
    page.on(
        "dialog", lambda dialog: (page.harm.append(f"dialog {dialog.message}"), dialog.dismiss())
    )
    page.on("request", lambda request: _watch(page, site, request))
    yield page
    context.close()


@pytest.fixture
def look(bare: Page) -> Callable[..., None]:
    """`look("/boards/hostile")` opens a page and finds it unharmed."""

    def unharmed(address: str | None = None) -> None:
        if address is not None:
            answer = bare.goto(address, wait_until="load")
            assert answer.status < 500, address
        wounds = [wound[:300] for wound in bare.evaluate(WOUNDS) + bare.harm]
        assert not wounds, f"{address or bare.url}: {wounds[:5]}"

    return unharmed


def test_harm_would_be_seen(bare):
    bare.goto("/")
    assert bare.evaluate(WOUNDS) == [] and bare.harm == []
    for harm in (
        "<img src=x onerror=__ran(1)>",
        "<a href=javascript:__ran(1)>x</a>",
        "<iframe srcdoc='<script>parent.__ran(1)</script>'></iframe>",
        "<h1><b style=color:red>x</b></h1>",
        "<p id=live>x</p>",
        "<form action=//evil.example></form>",
        "<div style=width:9999px>x</div>",
    ):
        bare.goto("/")
        bare.evaluate(
            "html => document.querySelector('footer').insertAdjacentHTML('beforeend', html)", harm
        )
        assert bare.evaluate(WOUNDS), harm


def test_titles_and_names_in_the_list_are_only_words(look):
    for page in range(1, -(-len(WORDS) // 15) + 1):
        look(f"/boards/{SLUG}?page={page}")
    for sort in ("recommended", "viewed", "discussed"):
        look(f"/boards/{SLUG}?sort={sort}")
    look("/")


def test_comments_stay_in_their_place(bare, look):
    thread = _article("댓글")
    for page in range(1, -(-len(WORDS) // 50) + 1):
        look(f"{thread}/comments?page={page}")
    look(f"{thread}/comments?order=newest")
    look(thread)
    assert bare.locator("#write [name=body]").is_visible()
    while bare.locator("#more-comments a").count():
        before = bare.locator("#thread > li").count()
        bare.locator("#more-comments a").click()
        bare.wait_for_function(
            "before => document.querySelectorAll('#thread > li').length > before", arg=before
        )
    assert bare.locator("#thread > li.comment").count() >= len(WORDS)
    look()


def test_bodies_subtitles_captions_and_file_names_stay_in_their_place(bare, look):
    for number in range(-(-len(WORDS) // BODIES_A_PAGE)):
        look(_article(f"본문 {number}"))
        assert bare.locator("#write [name=body]").is_visible()


def test_articles_with_hostile_headlines_stand_as_others_do(bare, look):
    for number in range(0, len(WORDS), 8):
        look(_address_of_title(number))
        assert bare.locator("article.article h1").count() == 1


def test_whatever_is_searched_for_is_only_a_word(bare, look):
    for number, word in enumerate(WORDS[::6]):
        # Somebody else each time: one alone would soon have to wait.
        bare.context.set_extra_http_headers({"X-Forwarded-For": f"192.0.2.{number % 250 + 1}"})
        look(f"/search?q={quote(word[:100])}")
        look(f"/boards/{SLUG}?q={quote(word[:100])}")
        assert bare.locator("form[role=search]").count() >= 1


def test_titles_cards_and_data_for_programs_hold_one_thing_each(bare, site):
    """Every hostile headline's page, read by the browser's own parser, has the frame of a kind one's."""
    bare.goto("/healthz")
    shapes = {bare.evaluate(SHAPE, _address_of_title(number)) for number in range(len(WORDS))}
    assert len(shapes) == 1


@pytest.mark.parametrize("script", [True, False])
def test_words_typed_into_the_forms_come_back_as_words(browser, site, bare, look, script):
    page = bare
    address = _article("빈 글")
    for number, word in enumerate(TYPED):
        page.context.clear_cookies()  # somebody else each time: one alone would soon have to wait
        page.context.set_extra_http_headers({"X-Forwarded-For": f"198.51.100.{number + 1}"})
        page.goto(address if script else f"{address}/comments/new")
        form = page.locator("#write")
        form.locator("[name=nickname]").fill(word[:20])
        form.locator("[name=password]").fill(PASSWORD)
        form.locator("[name=body]").fill(word)
        _send(page, form.locator("button.go"), script)
        look()
        refused = page.locator("#write .error")
        if refused.count():  # the name would not do: the words stand in the box still
            assert page.locator("#write [name=body]").input_value()
            page.locator("#write [name=nickname]").fill(f"손님 {number}")
            page.locator("#write [name=password]").fill(PASSWORD)
            _send(page, page.locator("#write button.go"), script)
            look()
        insist = page.get_by_role("button", name="그대로 보내기")
        if insist.count():  # the words are doubtful: their writer is asked first
            page.locator("#write [name=password]").fill(PASSWORD)
            _send(page, insist, script)
            look()
    page.goto(address)
    form = page.locator("#write")  # doubtful words wait for a moderator; these are plainly shown
    form.locator("[name=nickname]").fill("지나던 이")
    form.locator("[name=password]").fill(PASSWORD)
    form.locator("[name=body]").fill("<b onclick=x>잘 읽었습니다</b>")
    form.locator("button.go").click()
    page.locator("#thread > li.comment", has_text="잘 읽었습니다").wait_for()
    last = page.locator("#thread > li.comment").last.get_attribute("id").rpartition("-")[2]
    for path in (f"/comments/{last}/edit", f"/comments/{last}/removal"):
        look(path)
    page.goto(address)
    for way in ("*='/comments/new'", "$='/edit'", "$='/removal'"):
        page.locator(f"#comment-{last} .c-acts a[href{way}]").click()
        page.locator(".thread form.write [data-close]").wait_for()
        look()
        page.locator(".thread form.write [data-close]").click()


def test_the_newsroom_shows_them_as_words_too(bare, look, sign_in):
    sign_in(bare, "admin")
    for address in (
        "/newsroom/articles",
        "/newsroom/articles?page=4",
        f"/newsroom/articles?q={quote('<img src=x onerror=__ran(1)>')}",
        "/newsroom/boards",
        "/newsroom/publisher/edit",
        "/newsroom/users",
        "/newsroom/audit",
        "/newsroom/audit?page=5",
        "/newsroom/audit?page=20",
    ):
        look(address)
    for number in range(-(-len(WORDS) // BODIES_A_PAGE)):
        article = _article(f"본문 {number}").rpartition("/")[2]
        look(f"/newsroom/articles/{article}")
        look(f"/newsroom/articles/{article}/edit")
    for number in range(0, len(WORDS), 60):
        article = _address_of_title(number).rpartition("/")[2]
        for page in ("", "/edit", "/publication/new", "/withdrawal/new"):
            look(f"/newsroom/articles/{article}{page}")


def test_a_members_own_page_shows_them_as_words(bare, look):
    bare.goto("/session/new")
    bare.locator("main [name=username]").fill("angel_of_harm")
    bare.locator("main [name=password]").fill(PASSWORD)
    bare.locator("main form button.go").click()
    bare.wait_for_url(lambda url: "/session/" not in url)
    look("/account")
    look(_article("댓글"))


def _send(page: Page, button: Locator, script: bool) -> None:
    """Press it and wait: a form filled in faster than by hand is sent a moment later."""
    if not script:
        with page.expect_navigation():
            button.click()
        return
    page.evaluate("addEventListener('htmx:after:settle', () => { window.__settled = true; })")
    button.click()
    page.wait_for_function("window.__settled")
    page.evaluate("delete window.__settled")


# Where the words went


_places: dict[str, str] = {}


def _article(name: str) -> str:
    return _places[name]


def _address_of_title(number: int) -> str:
    return _places[f"제목 {number}"]


def _fill_with_harm(editor: User) -> None:
    worst = "<img src=x onerror=__ran(1)>"
    group = Group(slug="harm", name=worst, position=99)
    board = Board(slug=SLUG, name=f'"{worst}', description=f"</p>{worst}", group=group)
    db.session.add(board)
    publisher = Publisher.current()
    publisher.revise(by=editor, tagline=worst, company=f"</dl>{worst}", copyright=worst)
    harmful = User.join("angel_of_harm", f"{worst[:16]}WWWW", PASSWORD)
    _write_titles(board, editor)
    _write_bodies(board, editor)
    _write_comments(board, editor, harmful)
    db.session.flush()


def _write_titles(board: Board, editor: User) -> None:
    for number, word in enumerate(WORDS):
        article = Article.draft(
            board=board,
            by=editor,
            title=word[:200],
            subtitles=["부제입니다"],
            byline=word[:40],
            source=word[:100],
            body="<p>글입니다.</p>",
        )
        article.publish(by=editor, at=clock.now() - timedelta(days=2, minutes=number))
        _places[f"제목 {number}"] = f"/articles/{article.id}"


def _write_bodies(board: Board, editor: User) -> None:
    for number in range(-(-len(WORDS) // BODIES_A_PAGE)):
        some = WORDS[number * BODIES_A_PAGE : (number + 1) * BODIES_A_PAGE]
        article = Article.draft(
            board=board,
            by=editor,
            title=f"본문 {number}",
            subtitles=some,
            body="".join(release_html(word) for word in some),
        )
        for index, word in enumerate(some):
            words = {"alt": word[:200], "caption": word[:300], "credit": word[:100]}
            if index % 8 == 0:
                article.attach(_picture(number, index), f"{word[:80]}.png", by=editor, **words)
            article.attach(BytesIO(f"{index},1".encode()), f"{word[:80]}.csv", by=editor)
        article.publish(by=editor, at=clock.now() - timedelta(days=3))
        _places[f"본문 {number}"] = f"/articles/{article.id}"


def _write_comments(board: Board, editor: User, harmful: User) -> None:
    thread = Article.draft(board=board, by=editor, title="댓글", body="<p>글</p>")
    thread.publish(by=editor, at=clock.now() - timedelta(days=3))
    empty = Article.draft(board=board, by=editor, title="빈 글", body="<p>글</p>")
    empty.publish(by=editor, at=clock.now() - timedelta(days=3))
    guest = Guest("somebody")
    parent = None
    for number, word in enumerate(WORDS):
        if number % 2:
            comment = thread.comment(word[:2000] or "x", by=harmful)
        else:
            comment = thread.comment(
                word[:2000] or "x", by=guest, nickname=word[:20], password=PASSWORD
            )
        if number % 30 == 0:  # and a few hang deep
            parent = thread.comment(word[:2000] or "x", by=harmful, parent=parent or comment)
    db.session.flush()
    yesterday = clock.now() - timedelta(days=1)  # so many in one minute would raise the alarm
    db.session.execute(db.update(Comment).values(created_at=yesterday))
    assert db.session.scalar(db.select(db.func.count()).select_from(Comment)) > len(WORDS)
    _places["댓글"], _places["빈 글"] = f"/articles/{thread.id}", f"/articles/{empty.id}"


def _picture(*numbers: int) -> BytesIO:
    stream = BytesIO()
    Image.new("RGB", (40, 30), (*numbers, 9)).save(stream, "PNG")
    stream.seek(0)
    return stream


def _watch(page: Page, site: str, request: Request) -> None:
    """A picture in a release may stand elsewhere; no browser that knows our policy fetches it."""
    ours = urlsplit(site).netloc
    if urlsplit(request.url).netloc not in (ours, "") and request.resource_type != "image":
        page.harm.append(f"request for {request.url}")
