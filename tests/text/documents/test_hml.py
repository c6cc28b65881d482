"""HML reader: Hangul's documents as one XML file, read as HWPX is."""

import zlib

import pytest

from tests.text.documents.made import in_base64, png

HEAD = (
    "<CHARSHAPELIST><CHARSHAPE Id='0' Height='1000'/><CHARSHAPE Id='1' Height='2000'><BOLD/>"
    "</CHARSHAPE></CHARSHAPELIST><PARASHAPELIST><PARASHAPE Id='0' Align='Justify'/>"
    "<PARASHAPE Id='1' Align='Left' HeadingType='Number' Heading='1' Level='0'/></PARASHAPELIST>"
    "<NUMBERINGLIST><NUMBERING Id='1'><PARAHEAD Level='1' NumFormat='HangulSyllable'>^1)</PARAHEAD>"
    "</NUMBERING></NUMBERINGLIST><BINDATALIST><BINITEM Type='Embedding' BinData='7' Format='png'/>"
    "</BINDATALIST>"
)


def hml(body: str, tail: str = "", before: str = "") -> bytes:
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>{before}<HWPML Version='2.8'><HEAD><MAPPINGTABLE>"
        f"{HEAD}</MAPPINGTABLE></HEAD><BODY><SECTION Id='0'>{body}</SECTION></BODY>"
        f"<TAIL>{tail}</TAIL></HWPML>"
    ).encode()


def p(inside: str, letters: int = 0, shape: int = 0) -> str:
    run = inside if inside.startswith("<") else f"<CHAR>{inside}</CHAR>"
    return f"<P ParaShape='{shape}'><TEXT CharShape='{letters}'>{run}</TEXT></P>"


@pytest.fixture
def html(read):
    return lambda body: read("hml", hml(body)).html


def test_the_largest_letters_are_the_headline_and_numbers_are_written_out(html):
    story = "새들군은 물내나루에 버드나무 서른 그루를 심었다고 5일 밝혔다."
    assert html(p("나루터에 나무 심어", 1) + p(story) + p("심은 곳", shape=1)) == (
        f"<h2><strong>나루터에 나무 심어</strong></h2><p>{story}</p><p>가) 심은 곳</p>"
    )


def test_tabs_breaks_links_and_notes_are_kept(html):
    link = "<FIELDBEGIN Type='Hyperlink' Command='https\\://a.example/;1;0;0;'/><CHAR>나</CHAR><FIELDEND/>"
    note = f"<FOOTNOTE><PARALIST>{p('주')}</PARALIST></FOOTNOTE>"
    assert html(
        p("<CHAR>가<TAB/>다<LINEBREAK/>라</CHAR>") + p(link) + p(f"<CHAR>마</CHAR>{note}")
    ) == ('<p>가\t다<br>라</p><p><a href="https://a.example/">나</a></p><p>마</p><p>주</p>')


def test_a_table_keeps_its_cells_and_a_header_is_no_story(html):
    def cell(words: str, span: int = 1) -> str:
        return f"<CELL ColSpan='{span}' RowSpan='1'><PARALIST>{p(words)}</PARALIST></CELL>"

    head = f"<HEADER><PARALIST>{p('머리')}</PARALIST></HEADER>"
    rows = f"<ROW>{cell('함께', 2)}</ROW><ROW>{cell('곳')}{cell('수')}</ROW>"
    assert html(p(head) + p(f"<TABLE><SHAPEOBJECT/>{rows}</TABLE>")) == (
        '<table><tbody><tr><td colspan="2"><p>함께</p></td></tr>'
        "<tr><td><p>곳</p></td><td><p>수</p></td></tr></tbody></table>"
    )


@pytest.mark.parametrize("packed", [True, False])
def test_a_picture_stands_in_its_place_with_its_caption(read, packed):
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = deflate.compress(png()) + deflate.flush() if packed else png()
    stored = f"<BINDATA Id='7' Compress='{str(packed).lower()}'>{in_base64(data)}</BINDATA>"
    caption = f"<SHAPEOBJECT><CAPTION><PARALIST>{p('배')}</PARALIST></CAPTION></SHAPEOBJECT>"
    picture = f"<PICTURE>{caption}<IMAGE BinItem='1'/></PICTURE>"
    tail = f"<BINDATASTORAGE>{stored}</BINDATASTORAGE>"
    document = read("hml", hml(p("앞") + p(picture) + p("뒤"), tail))
    shown = '<img src="picture:0" alt="" width="6" height="4"><figcaption>배</figcaption>'
    assert document.html == f"<p>앞</p><figure>{shown}</figure><p>뒤</p>"
    assert document.pictures[0].path.read_bytes() == png()


def test_the_words_of_a_box_are_read(html):
    box = f"<DRAWINGOBJECT><DRAWTEXT><PARALIST>{p('상자')}</PARALIST></DRAWTEXT></DRAWINGOBJECT>"
    assert html(p(f"<RECTANGLE><SHAPEOBJECT/>{box}</RECTANGLE>")) == "<p>상자</p>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (hml(p("&a;"), before="<!DOCTYPE a [<!ENTITY a '글'>]>"), "broken"),
        (b"<HWPML><BODY/></HWPML>", "broken"),
        (hml(p("글"))[:-20], "broken"),
        (hml(p(" ")), "empty"),
    ],
    ids=["entity", "no section", "cut off", "empty"],
)
def test_what_is_broken_or_hostile_is_refused(refusal, data, reason):
    assert refusal("hml", data) == reason


def test_a_picture_that_would_fill_the_memory_is_not_unpacked(read):
    deflate = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    bomb = deflate.compress(bytes(200_000_000)) + deflate.flush()
    stored = f"<BINDATA Id='7' Compress='true'>{in_base64(bomb)}</BINDATA>"
    document = read("hml", hml(p("글") + p("<PICTURE><IMAGE BinItem='1'/></PICTURE>"), stored))
    assert document.pictures[0].path.stat().st_size < 60_000_000
