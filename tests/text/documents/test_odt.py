"""ODT reader: LibreOffice's documents, read as Word's are."""

import pytest

from tests.support.opendocument import odt
from tests.text.documents.made import png

BIG = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="P0">'
    '<style:paragraph-properties fo:text-align="center"/></style:style>'
    '<style:style style:name="P0" style:family="paragraph">'
    '<style:text-properties fo:font-size="10pt" style:font-size-asian="20pt"/></style:style>'
)
STORY = "새들군은 물내나루에 버드나무 서른 그루를 심었다고 5일 밝혔다."


def p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


@pytest.fixture
def html(read):
    """What is read of a body with these styles."""
    return lambda body, styles="": read("odt", odt(body, styles)).html


def test_the_largest_letters_are_the_headline_by_their_style_or_its_parent(html):
    assert html(p("나루터에 나무 심어", "P1") + p(STORY), BIG) == (
        f"<h2>나루터에 나무 심어</h2><p>{STORY}</p>"
    )


def test_headings_links_bold_words_breaks_and_blanks_are_kept(html):
    bold = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties style:font-weight-asian="bold"/></style:style>'
    )
    body = (
        '<text:h text:outline-level="2">가는 길</text:h>'
        + p('앞<text:s text:c="2"/><text:span text:style-name="T1">굵게</text:span>\n   뒤')
        + p('<text:a xlink:href="https://a.example/">나</text:a><text:line-break/>다')
    )
    assert html(body, bold) == (
        "<h3>가는 길</h3><p>앞  <strong>굵게</strong> 뒤</p>"
        '<p><a href="https://a.example/">나</a><br>다</p>'
    )


def test_lists_get_their_dots_and_numbers(html):
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"'
        ' style:num-suffix="." style:num-format="1"/><text:list-level-style-number text:level="2"'
        ' style:num-suffix=")" style:num-format="가, 나, 다, ..."/></text:list-style>'
        '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    )
    inner = f"<text:list><text:list-item>{p('속')}</text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="L1"><text:list-item>{p("하나")}{inner}</text:list-item>'
        f"<text:list-item>{p('둘')}{p('이어서')}</text:list-item></text:list>"
        f'<text:list text:style-name="L2"><text:list-item>{p("점")}</text:list-item></text:list>'
    )
    assert html(body, styles) == (
        "<p>1. 하나</p><p>가) 속</p><p>2. 둘</p><p>이어서</p><ul><li>점</li></ul>"
    )


def test_a_table_keeps_its_head_and_its_merged_cells(html):
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(words: str, given: str = "") -> str:
        return f"<table:table-cell {given}>{p(words)}</table:table-cell>"

    wide = cell("함께", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
    head = f"<table:table-header-rows>{row(cell('곳'), cell('수'))}</table:table-header-rows>"
    assert html(f"<table:table>{head}{row(wide)}</table:table>") == (
        "<table><thead><tr><th><p>곳</p></th><th><p>수</p></th></tr></thead>"
        '<tbody><tr><td colspan="2"><p>함께</p></td></tr></tbody></table>'
    )


def test_a_picture_stands_where_it_stood_with_its_description(read):
    frame = '<draw:frame><draw:image xlink:href="./Pictures/a.png"/><svg:desc>배</svg:desc></draw:frame>'
    document = read("odt", odt(p("앞") + p(frame) + p("뒤"), more={"Pictures/a.png": png()}))
    shown = '<figure><img src="picture:0" alt="배" width="6" height="4"></figure>'
    assert document.html == f"<p>앞</p>{shown}<p>뒤</p>"
    assert document.pictures[0].path.read_bytes() == png()


def test_text_in_a_box_and_notes_are_read_and_remarks_are_not(html):
    box = f"<draw:frame><draw:text-box>{p('상자')}</draw:text-box></draw:frame>"
    inside = f"<text:note-body>{p('주')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{inside}</text:note>"
    remark = f"<office:annotation>{p('비밀')}</office:annotation>"
    assert html(p(f"글{note}{remark}{box}")) == "<p>글1)</p><p>상자</p><p>1) 주</p>"


@pytest.mark.parametrize(
    "hidden",
    [
        f"<text:tracked-changes><text:deletion>{p('비밀')}</text:deletion></text:tracked-changes>",
        f'<text:section text:display="none">{p("비밀")}</text:section>',
        p('앞<text:hidden-text text:string-value="비밀">비밀</text:hidden-text>'),
        p('앞<text:span text:style-name="T1">비밀</text:span>'),
    ],
)
def test_what_is_hidden_or_deleted_leaves_no_trace(html, hidden):
    style = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    assert "비밀" not in html(hidden + p("글"), style)


def test_a_document_with_a_password_is_refused(refusal):
    manifest = (
        b'<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
    )
    assert refusal("odt", odt(p("글"), more={"META-INF/manifest.xml": manifest})) == "password"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (odt(p("&a;"), head='<!DOCTYPE a [<!ENTITY a "글">]>'), "broken"),
        (odt("<text:p>"), "broken"),
        (odt(p("가" * 20_000_000)), "large"),
        (odt(p(" ")), "empty"),
        (
            odt(
                '<table:table><table:table-row table:number-rows-repeated="100">'
                '<table:table-cell table:number-columns-repeated="100"><table:table>'
                '<table:table-row table:number-rows-repeated="100"><table:table-cell'
                ' table:number-columns-repeated="100"><text:p>가</text:p></table:table-cell>'
                "</table:table-row></table:table></table:table-cell></table:table-row></table:table>"
            ),
            "long",
        ),
    ],
    ids=["entity", "unclosed", "bomb", "empty", "repeated"],
)
def test_what_is_broken_or_would_fill_the_memory_is_refused(refusal, data, reason):
    assert refusal("odt", data) == reason
