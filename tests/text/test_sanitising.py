import re
import time
from xml.etree.ElementTree import Element

import bleach
import pytest
from bleach._vendor import html5lib  # a browser's way of reading, already installed with bleach
from hypothesis import given, settings
from hypothesis import strategies as st

from board.text import plain, sanitising
from board.text.sanitising import TooLarge, clean_again, comment_html, release_html
from tests.text.vectors import VECTORS

OWN_PATH = re.compile(r"/(?![/\\])[^\\]*")


def elements(html: str) -> list[Element]:
    """What a browser builds from this HTML."""
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return list(tree.iter())[1:]


def assert_harmless(html: str, tags: set[str], schemes: set[str], rels: set[str]) -> None:
    for element in elements(html):
        assert element.tag in tags
        for name, value in element.attrib.items():
            assert name in sanitising.ATTRIBUTES.get(element.tag, set()) | (
                {"rel"} if element.tag == "a" else set()
            )
            if name in ("href", "src"):
                own = OWN_PATH.fullmatch(value) and "https" in schemes and "mailto" in schemes
                assert own or value.split(":")[0].lower() in schemes
            if name == "rel":
                assert value in rels
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


def assert_harmless_release(html: str) -> None:
    schemes = {"http", "https", "mailto", "tel"}
    assert_harmless(html, set(sanitising.TAGS), schemes, {sanitising.RELEASE_REL})


def assert_harmless_comment(html: str) -> None:
    assert_harmless(html, {"p", "br", "a"}, {"http", "https"}, {sanitising.COMMENT_REL})
    assert all(element.get("href") for element in elements(html) if element.tag == "a")


@pytest.mark.parametrize("vector", VECTORS)
def test_a_hostile_comment_stays_plain_text(vector):
    html = comment_html(vector)
    assert_harmless_comment(html)
    assert clean_again(html) == html
    shown = "".join(elements_text(html))
    assert "".join(shown.split()) == "".join(plain.tidy(vector, multiline=True).split())


@pytest.mark.parametrize("vector", VECTORS)
def test_a_hostile_release_is_harmless_and_the_story_around_it_stays(vector):
    html = release_html(f"<p>앞 문단</p>{vector}")
    assert_harmless_release(html)
    assert html.startswith("<p>앞 문단</p>")
    assert release_html(html) == html
    assert clean_again(html) == html


@pytest.mark.parametrize("vector", VECTORS)
def test_a_row_changed_behind_our_back_is_harmless_when_read(vector):
    html = clean_again(vector)
    assert_harmless(
        html,
        set(sanitising.TAGS),
        {"http", "https", "mailto", "tel"},
        {sanitising.RELEASE_REL, sanitising.COMMENT_REL},
    )


@pytest.mark.parametrize("vector", VECTORS)
def test_bleach_and_nh3_agree_about_comments_so_that_bleach_may_leave(vector, monkeypatch):
    both = comment_html(vector)
    monkeypatch.setattr(sanitising, "_bleached", lambda written: written)
    assert comment_html(vector) == both
    monkeypatch.undo()
    assert "<script" not in bleach.clean(both, tags={"p", "br", "a"}).lower()


def elements_text(html: str) -> list[str]:
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return list(tree.itertext())


def test_a_comment_becomes_paragraphs_lines_and_links():
    html = comment_html("안녕 <b>하세요</b>\nhttp://a.kr/x?a=1&b=2에서 봤습니다.\n\n\n둘째")
    assert html == (
        "<p>안녕 &lt;b&gt;하세요&lt;/b&gt;<br>"
        '<a href="http://a.kr/x?a=1&amp;b=2" rel="nofollow ugc noopener">'
        "http://a.kr/x?a=1&amp;b=2</a>에서 봤습니다.</p><p>둘째</p>"
    )


def test_a_comment_of_two_thousand_letters_passes_and_one_more_does_not():
    assert comment_html("가" * 2000)
    with pytest.raises(TooLarge, match="2,000자"):
        comment_html("가" * 2001)


def test_a_release_keeps_everything_an_editor_may_use():
    html = (
        "<h2>소제목</h2><p>글 <strong>굵게</strong> <em>기울여</em><br>둘째 줄</p>"
        "<ul><li>하나</li><li>둘<ol><li>안</li></ol></li></ul><blockquote><p>인용</p></blockquote>"
        '<figure><img src="/photos/12"></figure>'
        '<table><caption>표</caption><thead><tr><th colspan="2">구분</th></tr></thead>'
        '<tbody><tr><td rowspan="2">가</td><td></td></tr><tr><td>나</td></tr></tbody></table><hr>'
        '<p><a href="/attachments/1/a.hwp" title="붙임" rel="noopener">붙임</a> '
        '<a href="mailto:a@a.kr" rel="noopener">편지</a> '
        '<a href="tel:031" rel="noopener">전화</a></p>'
    )
    assert release_html(html) == html


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<h1>큰 제목</h1>본문", "<h2>큰 제목</h2><p>본문</p>"),
        (
            "<div>하나</div><div>&nbsp;</div><div>둘<br><br>셋</div>",
            "<p>하나</p><p>둘</p><p>셋</p>",
        ),
        ("<p></p><p><br></p><p> 글 <span> 씨 </span></p>", "<p>글 씨</p>"),
        ("<b><div>가</div><div>나</div></b>", "<p><b>가</b></p><p><b>나</b></p>"),
        ("면적 3km<sup>2</sup>, CO<sub>2</sub>, 주<sup>가</sup>", "<p>면적 3km², CO₂, 주가</p>"),
        ("<li>하나<li>둘", "<p>하나</p><p>둘</p>"),
        ("<ul><li><p>하나</p><p>둘</p></li></ul>", "<ul><li>하나<br>둘</li></ul>"),
        ("<td><p>가</p></td>", "<p>가</p>"),
        (
            "<table><tr><td><p>가</p><p>나</p></td></tr></table>",
            "<table><tbody><tr><td>가<br>나</td></tr></tbody></table>",
        ),
        ("<img src=/x.webp><img src=x.png>", ""),
        (
            "<p>가<img src=/photos/12/800.webp alt=나>다</p>",
            '<p>가</p><figure><img src="/photos/12"></figure><p>다</p>',
        ),
        (
            "<figure><img src=/photos/12><figcaption>설명</figcaption></figure>",
            '<figure><img src="/photos/12"></figure><p>설명</p>',
        ),
        ("<style>p{}</style><title>몰래</title>글<svg><text>몰래</text></svg>", "<p>글</p>"),
        ("<p>글\u200b \u202e씨\x00</p>", "<p>글 씨</p>"),
        ("<u>가</u><del>나</del>", "<p><u>가</u><s>나</s></p>"),
    ],
)
def test_word_processor_html_is_brought_into_shape(pasted, kept):
    assert release_html(pasted) == kept


def test_a_release_of_200_kilobytes_is_cleaned_within_a_second():
    paragraph = "<p><span style='x'>강나루시는 <b>새 나루터</b>를 열었습니다.</span></p>"
    source = paragraph * (200 * 1024 // len(paragraph.encode()))
    start = time.process_time()
    html = release_html(source)
    assert time.process_time() - start < 1
    assert html.count("<p>") == source.count("<p>")


@pytest.mark.parametrize(
    "unit", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<a>"]
)
def test_three_thousand_nested_elements_are_cleaned_within_a_second_without_losing_a_word(unit):
    start = time.process_time()
    html = release_html(unit * 3000 + "깊은 글")
    again = clean_again(unit * 3000 + "깊은 글")
    assert time.process_time() - start < 1
    assert plain.text_of(html).endswith("깊은 글")
    assert "깊은 글" in again
    assert max(html.count("<blockquote>"), html.count("<table>"), html.count("<ul>")) <= 40


FLOODS = ["<" * 200_000, "<!--" * 50_000, "<a b='" * 30_000, "<svg>" * 19_000, "</" * 100_000]
FLOODS += ["<b title=1>" * 30 + "<p>a" * 19_000, "<a" + " b" * 99_000, "&" * 200_000]


@pytest.mark.parametrize("flood", FLOODS, ids=lambda flood: flood[:8] + flood[-4:])
def test_floods_of_broken_markup_are_cleaned_within_a_second(flood):
    for read in (release_html, clean_again, plain.text_of):
        start = time.process_time()
        read(flood)
        assert time.process_time() - start < 1


def test_too_large_a_release_is_refused_in_words():
    with pytest.raises(TooLarge, match="200 KB"):
        release_html("가" * 70_000)
    with pytest.raises(TooLarge, match="복잡"):
        release_html("<b>" * 30_000)


NAMES = "p div h1 h2 ul li table caption tr td th blockquote figure figcaption b a br"
PARTS = [f"<{slash}{name}>" for slash in ("", "/") for name in NAMES.split()]
PARTS += ["<img src=/photos/12>", '<figure><img src="/photos/7"></figure>']
PARTS += ["가", " 나 ", "\n", "&lt;b&gt;", '<a href="/x">', "<img src=/x alt=q>", "<td colspan=2>"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_any_tag_soup_is_cleaned_in_one_pass_and_keeps_its_words(soup):
    html = release_html(soup)
    assert_harmless_release(html)
    assert release_html(html) == html
    assert clean_again(html) == html
    assert sorted(re.findall("[가나]", plain.text_of(html))) == sorted(re.findall("[가나]", soup))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="<>/&;='\" \nabhpref:script가http.-!", max_size=80))
def test_any_typed_text_is_a_harmless_comment_that_reads_as_typed(text):
    html = comment_html(text)
    assert_harmless_comment(html)
    assert clean_again(html) == html
    typed = "".join(plain.tidy(text, multiline=True).split())
    assert "".join("".join(elements_text(html)).split()) == typed
