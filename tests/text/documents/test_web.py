"""HTML reader: nothing is fetched, nothing runs, nothing hidden is read."""

import time
from contextlib import suppress
from datetime import date

import pytest

from board.text import extraction
from board.text.documents import UnreadableError
from tests.text.documents.made import in_base64, png


def test_a_page_in_old_korean_keeps_what_readers_saw(read):
    source = (
        '<html><meta charset="euc-kr"><body><h1>축제</h1><div>첫 똠</div><b>둘</b></body></html>'
    )
    assert read("html", source.encode("cp949")).html == (
        "<h2>축제</h2><p>첫 똠</p><p><b>둘</b></p>"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<svg onload="alert(1)"><script>alert(1)</script></svg>',
        '<img src="http://evil.example/t.gif" onerror="alert(1)">',
        '<img src="file:///etc/passwd">',
        '<iframe src="http://evil.example"></iframe>',
        '<img src="picture:0">',
        '<div style="display:none">숨은 글</div>',
        "<span hidden>숨은 <span>글</span></span>",
        '<object data="http://evil.example/a"></object>',
    ],
)
def test_what_is_hostile_or_hidden_leaves_no_trace(read, hostile):
    assert read("html", f"<p>앞{hostile}뒤</p>".encode()).html in ("<p>앞뒤</p>", "<p>앞 뒤</p>")


def test_a_dangerous_link_is_only_words(read):
    source = '<p onclick="x()"><a href="javascript:alert(1)">가</a> <a href="https://a.example/">나</a></p>'
    assert read("html", source.encode()).html == '<p>가 <a href="https://a.example/">나</a></p>'


def test_a_picture_written_into_the_page_is_kept(read):
    source = f'<p>앞</p><img alt="배" src="data:image/png;base64,{in_base64(png())}"><p>뒤</p>'
    document = read("html", source.encode())
    assert (
        document.html
        == '<p>앞</p><p><img src="picture:0" alt="배" width="6" height="4"></p><p>뒤</p>'
    )
    assert document.pictures[0].path.read_bytes() == png()


def test_lines_as_they_were_typed(read):
    assert read("html", "<pre>하나\n둘</pre>".encode()).html == "<p>하나<br>둘</p>"


def test_a_million_tags_become_plain_words(read):
    html = read("html", ("<div>" * 70_000 + "글" + "</div>" * 70_000).encode()).html
    assert html == "<p>글</p>"


PAGE = """<!doctype html><title>보도자료 상세보기 | 새들군</title>
<meta property="og:title" content="새들군, 물내나루에 쉼터"><body>
<ul class="gnb"><li><a href="#">종합민원</a></li><li><a href="#">군정소식</a></li></ul>
<p class="tip">이 누리집은 모든 브라우저에서 볼 수 있습니다.</p>
<div id="contents">{head}
<div class="sns"><a href="#">페이스북</a><a href="#">인쇄</a></div>
<div class="view"><p>- 버드나무 서른 그루</p><p>새들군은 물내나루에 쉼터를 열었다고 5일 밝혔다.</p>
<p>나무 아래에는 긴 의자를 놓았다.</p></div></div>
<div class="satis"><p>이 페이지에 만족하십니까? 의견을 남기면 고맙습니다.</p></div>
<footer><p>새들군 버들길 1. 이 누리집의 글은 새들군의 것입니다.</p></footer>"""
HEADS = {
    "heading": "<h3>새들군, 물내나루에 쉼터</h3><ul><li><span>작성일</span> 2026.03.05</li></ul>",
    "table": "<table><tr><th>제목</th><td>새들군, 물내나루에 쉼터</td></tr>"
    "<tr><th>담당부서</th><td>산림과</td><th>등록일</th><td>2026-03-05</td></tr></table>",
    "two lines": "<h2>새들군,<br>물내나루에 쉼터</h2><p>기획실 2026-03-05 조회 55</p>",
}


@pytest.mark.parametrize("head", HEADS)
def test_of_a_saved_page_only_the_main_part_is_read(read, head):
    source = PAGE.replace("{head}", HEADS[head])
    if head == "heading":  # a few towns say nothing about a page but in a style sheet's name
        source = source.replace('class="tip"', 'class="lnb"')
    document = read("html", source.encode())
    found = extraction.read_document(document.html, "html", called=document.title)
    assert found.title == "새들군, 물내나루에 쉼터"
    assert found.date == date(2026, 3, 5)
    if 'class="tip"' not in source:
        assert (found.subtitles, len(found.paragraphs)) == (("버드나무 서른 그루",), 2)
        left = dict(document.left_out)
        assert "종합민원" in left["menu"] and "버들길" in left["footer"]


def test_every_film_and_picture_of_elsewhere_is_told(read):
    source = (
        '<p>앞<iframe src="https://film.example/1" title="현장 영상"></iframe></p>'
        '<video controls><source src="https://film.example/2.mp4"></video>'
        '<audio src="https://film.example/3.mp3"></audio>'
        '<object data="https://film.example/4.swf"></object><embed src="https://film.example/5">'
        '<svg viewBox="0 0 9 9" aria-label="인구 그래프"><path/></svg>'
        '<svg width="16" aria-label="닫기"></svg>'
        '<img src="https://cdn.example/willow.jpg" alt="버드나무">'
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://cdn.example/late.jpg">'
        '<p style="display:none"><iframe src="https://film.example/hidden"></iframe></p>'
    )
    told = read("html", source.encode()).left_out
    assert told == (
        ("film", "현장 영상 https://film.example/1"),
        ("film", "https://film.example/2.mp4"),
        ("film", "https://film.example/3.mp3"),
        ("film", "https://film.example/4.swf"),
        ("film", "https://film.example/5"),
        ("film", "인구 그래프"),
        ("photo", "버드나무 https://cdn.example/willow.jpg"),
        ("photo", "https://cdn.example/late.jpg"),
    )


@pytest.mark.parametrize("unit", ["<div>", "<title", '<iframe title="', "<p>가다.", "</div><td>"])
def test_a_page_made_to_keep_us_busy_is_read_in_good_time(read, unit):
    start = time.process_time()
    with suppress(UnreadableError):
        read("html", (unit * (400_000 // len(unit))).encode())
    assert time.process_time() - start < 6  # half a second on an idle core; by squares, minutes
