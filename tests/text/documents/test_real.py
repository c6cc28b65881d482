"""What real documents of Hangul yield; `tests/documents/README.md` says where they come from."""

import re
from pathlib import Path

import pytest

from board.text import documents, plain

FOLDER = Path(__file__).parents[2] / "documents"


@pytest.fixture
def read_file(tmp_path):
    return lambda name: documents.read(FOLDER / name, name.rpartition(".")[2], tmp_path)


def paragraphs(html: str) -> list[str]:
    return re.findall(r"<p>(.*?)</p>", html)


def rows(html: str) -> list[list[str]]:
    found = re.findall(r"<tr>(.*?)</tr>", html)
    return [[plain.text_of(cell) for cell in re.findall(r"<td>(.*?)</td>", row)] for row in found]


def test_columns_are_read_one_after_the_other(read_file):
    column = ["1", "2", "3", "4", "5", "7", "8", "9", "10"]
    assert paragraphs(read_file("columns.hwpx").html) == column * 14


def test_an_article_keeps_its_paragraphs_and_invents_no_heading(read_file):
    document = read_file("multi-paragraph.hwpx")
    assert len(paragraphs(document.html)) == document.html.count("<") / 2 == 9
    assert paragraphs(document.html)[-1].endswith("김하성의 3점홈런은 결승타로 남았다.")


def test_a_notice_without_manifest_keeps_headings_sections_and_table(read_file):
    html = read_file("no-manifest.hwpx").html
    assert html.startswith("<h2><strong>입 법 예 고</strong></h2><p>울산광역시 남구 공고")
    assert "<h3><strong>울산광역시 남구 구세 조례 일부개정조례안" in html
    assert html.index("부      칙") < html.index("신ㆍ구조문대비표") < html.index("<table>")
    assert len(rows(html)) == 6 and rows(html)[2] == ["제1절 재산분", "제1절 사업소분"]


def test_a_box_over_the_page_and_a_table_with_empty_cells(read_file):
    html = read_file("table.hwpx").html
    assert html.startswith("<p>C반 기말고사</p><p>날짜</p><table>")
    assert rows(html)[1] == ["개똥이", "89", "65", "78"]
    assert rows(html)[5] == ["합계", "", "", ""]


def test_what_was_deleted_while_tracking_is_left_out(read_file):
    assert read_file("tracked-changes.hwpx").html.split() == ["<p>변경", "인간은</p>"]


def test_the_picture_in_the_text_is_told_from_a_background(read_file):
    document = read_file("images.hwp")
    assert [picture.name for picture in document.pictures] == ["image2.png"]
    assert document.html.endswith(
        '</table><figure><img src="picture:0" alt="" width="360" height="188"></figure>'
    )


def test_every_cell_of_an_hwp_table_is_read(read_file):
    expected = [[f"{row},{column}" for column in range(7)] for row in range(7)]
    assert rows(read_file("merged-cells.hwp").html) == expected
    assert rows(read_file("table.hwp").html) == [["", ""]] * 3


def test_numbers_drawn_before_paragraphs_are_written_out(read_file):
    found = paragraphs(read_file("numbered-heads.hwp").html)
    assert found[:7] == ["i. 1", "ii. 2", "iii. 3", "iv. 4", "v. 5", "1. 1", "2. 2"]
    assert found[20:22] == ["vi. 6", "vii. 7"] and found[-1] == "60. 16"
    assert len(found) == 130


def test_a_locked_document_has_no_body_to_read(read_file):
    with pytest.raises(documents.UnreadableError) as refused:
        read_file("distribution-locked.hwp")
    assert refused.value.reason == "locked"
