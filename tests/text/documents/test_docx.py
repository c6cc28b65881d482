"""Word's documents, written by python-docx."""

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from tests.text.documents.made import png, zipped


@pytest.fixture
def paper():
    return docx.Document()


@pytest.fixture
def html(read):
    return lambda paper: read("docx", saved(paper)).html


def saved(paper) -> bytes:
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def test_a_large_line_in_the_middle_may_be_the_title(paper, html):
    for words, size, bold in (("나루터 축제", 20, False), ("- 사흘 동안", None, True)):
        line = paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = line.add_run(words)
        run.font.size, run.bold = size and Pt(size), bold
    paper.add_paragraph("강변시는 나루터 축제를 연다고 밝혔다. " * 4)
    assert html(paper).startswith(
        "<h2>나루터 축제</h2><h3><strong>- 사흘 동안</strong></h3><p>강변"
    )


def test_numbers_and_bullets_are_written_out(paper, html):
    for style, words in (("List Number", "가"), ("List Bullet", "점"), ("List Number", "나")):
        paper.add_paragraph(words, style=style)
    assert html(paper) == "<p>1. 가</p><ul><li>점</li></ul><p>2. 나</p>"


def test_merged_cells_say_how_far_they_reach(paper, html):
    table = paper.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "옆"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "아래"
    assert html(paper) == (
        '<table><tbody><tr><td colspan="2"><p>옆</p></td><td></td></tr>'
        '<tr><td rowspan="2"><p>아래</p></td><td></td><td></td></tr>'
        "<tr><td></td><td></td></tr></tbody></table>"
    )


def test_a_picture_stands_where_it_stood(paper, read):
    paper.add_paragraph("앞")
    paper.add_picture(io.BytesIO(png()))
    paper.add_paragraph("뒤")
    document = read("docx", saved(paper))
    assert (
        document.html
        == '<p>앞</p><figure><img src="picture:0" alt="" width="6" height="4"></figure><p>뒤</p>'
    )
    assert document.pictures[0].path.read_bytes() == png()


def test_what_is_hidden_deleted_or_repeated_on_every_page_is_left_out(paper, html):
    paper.sections[0].header.paragraphs[0].text = "쪽머리"
    line = paper.add_paragraph("본문")
    line.add_run("숨음").font.hidden = True
    for change, words in (("del", "delText"), ("ins", "t")):
        line._p.append(
            parse_xml(
                f"<w:{change} {nsdecls('w')}><w:r><w:{words}>{change}</w:{words}></w:r></w:{change}>"
            )
        )
    assert html(paper) == "<p>본문ins</p>"


def test_a_box_over_the_page_and_a_link_are_read(paper, html):
    field = "".join(
        f"<w:r>{inside}</w:r>"
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText> HYPERLINK "https://a.example/1" </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>누리집</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            "<w:t>끝</w:t>",
        )
    )
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>상자</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    paper.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{box}{field}</w:p>"))
    assert html(paper) == '<p>상자</p><p><a href="https://a.example/1">누리집</a>끝</p>'


@pytest.mark.parametrize(
    "evil",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        "<!DOCTYPE a [<!ENTITY b 'b'>"
        + "".join(f"<!ENTITY b{n} '&b{n - 1 or ''};{'&b;' * 9}'>" for n in range(1, 9))
        + "]><a>&b8;</a>",
        "<w:p>" * 5000,
    ],
)
def test_hostile_xml_is_broken(refusal, evil):
    assert refusal("docx", zipped({"word/document.xml": evil})) == "broken"


def test_tables_in_tables_without_end_are_broken(refusal):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    start, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    body = f'<w:document xmlns:w="{space}"><w:body>{start * 900}{end * 900}</w:body></w:document>'
    assert refusal("docx", zipped({"word/document.xml": body})) == "broken"
