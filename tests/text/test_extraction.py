"""Article extraction from pages as people paste them. Towns, papers and people are invented."""

import random
import re
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.text import extraction, plain, plain_markup
from board.text.sanitising import release_html

PAGES = Path(__file__).parent / "extraction"
NAMES = sorted(path.name for path in PAGES.iterdir())
JUNE_13 = date(2025, 6, 13)


def page(name: str) -> str:
    return extraction.decode((PAGES / name).read_bytes())


def read(name: str) -> extraction.Pasted:
    return extraction.read(page(name))


def cut(found: extraction.Pasted, kind: str) -> list[str]:
    return [line.text for line in found.cut if line.kind == kind]


def letters(*texts: str) -> Counter:
    return Counter(re.findall(r"[^\W_]", " ".join(texts)))


def everything(found: extraction.Pasted) -> list[str]:
    cuts = [line.text for line in found.cut if line.kind != "photo"]
    return [found.title, *found.subtitles, *found.paragraphs, *cuts]


# a whole page of a hosted board


def test_a_whole_page_of_a_board_becomes_one_article_of_eight_paragraphs():
    found = read("hosted-page.txt")
    assert found.title.startswith("제12회 새들군 마을지도")
    assert found.subtitles == (
        "솔재면, 물내면 등 여덟 마을 지도 나란히 전시",
        "골목 이름 찾기, 옛길 걷기, 지도 읽기 강연",
    )
    assert (found.date, found.byline, found.organisation) == (JUNE_13, "민가온", None)
    assert len(found.paragraphs) == 8
    assert found.paragraphs[0].startswith("새들군(군수 한여울)은")
    assert found.paragraphs[-1].endswith("바란다”고 밝혔다.")


def test_items_within_a_sentence_stay_in_the_sentence():
    found = read("hosted-page.txt")
    assert found.paragraphs[2].count("▲") == 4
    assert found.html.count("<p>") == 8
    assert "<ul>" not in found.html


def test_menu_list_footer_and_counters_are_cut_and_named():
    found = read("hosted-page.txt")
    assert len(cut(found, "menu")) == 3
    assert cut(found, "title-repeat") == [found.title]
    assert [line.split()[0] for line in cut(found, "board-list")] == ["알림마당", "구분", "다음글"]
    assert len(cut(found, "footer")) == 2
    assert cut(found, "counter") == ["• Today12", "• Total3,456"]
    assert found.cut[0].label == "메뉴와 위치 표시"
    assert str(found.cut[0]).startswith("메뉴와 위치 표시: ")


def test_the_same_page_with_other_line_ends_and_spaces_reads_the_same():
    text = page("hosted-page.txt")
    expected = extraction.read(text)
    assert extraction.read(text.replace("\n", "\r\n")) == expected
    assert extraction.read(text.replace("\n", "\r")) == expected
    assert extraction.read("\ufeff" + text.replace("  •", "\u00a0\u00a0•")) == expected
    assert extraction.read("\n".join("   " + line for line in text.split("\n"))) == expected


def test_the_same_page_without_its_blank_lines_reads_the_same():
    text = "\n".join(line for line in page("hosted-page.txt").split("\n") if line.strip())
    assert extraction.read(text).paragraphs == read("hosted-page.txt").paragraphs


# other shapes


def test_a_board_page_with_comments_loses_the_comments():
    found = read("board-view.txt")
    assert found.title == "강나루시, 여름밤 나루터 음악회 연다"
    assert (found.date, found.byline) == (JUNE_13, "나루지기")
    assert len(found.paragraphs) == 4
    assert "작년에도 정말 좋았습니다. 올해는 가족과 함께 꼭 가 보겠습니다." in cut(
        found, "comments"
    )


def test_a_news_page_gives_the_first_date_and_the_reporter():
    found = read("article-page.txt")
    assert found.title == "강나루시, 폐교를 ‘별 보는 집’으로… 10월 문 연다"
    assert found.subtitles == ("마을이 짓고 아이들이 이름 지은 천문대",)
    assert (found.date, found.byline) == (JUNE_13, "김하늘 기자")
    assert len(found.paragraphs) == 3
    assert cut(found, "caption") == ["▲ 공사를 앞둔 옛 솔재초등학교 전경. (강나루시 제공)"]
    assert "강나루시 밤하늘 보호구역 지정 추진" in cut(found, "related")


def test_a_blog_page_gives_the_name_above_its_date():
    found = read("blog.txt")
    assert found.title == "나루터 벼룩시장, 이번 주말 다시 섭니다"
    assert (found.date, found.byline) == (JUNE_13, "나루아낙")
    assert len(found.paragraphs) == 4
    assert cut(found, "tags") == ["#나루터 #벼룩시장 #강나루"]


def test_a_forwarded_mail_gives_the_release_and_its_sender():
    found = read("mail.txt")
    assert found.title == "강나루시, 골목길 반딧불 등 500개 달아"
    assert found.subtitles == ("전기 없이 햇빛으로 켜져",)
    assert (found.date, found.organisation) == (JUNE_13, "강나루시")
    assert len(found.paragraphs) == 3
    assert found.paragraphs[0].endswith(
        "켜지는 작은 등 500개를 새들골과 물내골 골목 열두 곳에 달았다고 13일 밝혔다."
    )
    assert len(cut(found, "letter")) == 3
    assert "제목: [보도자료] 강나루시, 골목길 반딧불 등 500개 달아" in cut(found, "mail")


def test_a_mail_forwarded_as_a_quotation_reads_the_same():
    quoted = "\n".join(f"> {line}" for line in page("mail.txt").split("\n"))
    assert extraction.read(quoted).paragraphs == read("mail.txt").paragraphs


def test_a_release_from_a_word_processor_keeps_its_table_and_lists():
    found = read("word-processor.txt")
    assert found.title == "강나루시, 물길 따라 걷는 ‘느린 나루길’ 20km 개통"
    assert found.subtitles == (
        "폐선 부지 잇고 나무다리 세 곳 새로 놓아",
        "7월까지 매주 토요일 해설사와 함께 걷기",
    )
    assert (found.date, found.organisation) == (JUNE_13, "강나루시")
    assert "<thead><tr><th>구간</th><th>거리</th><th>걸리는 시간</th></tr></thead>" in found.html
    assert found.html.count("<tr>") == 4
    assert (
        "<li>해설사와 함께 걷기</li><li>나루길 사진 공모전</li><li>어린이 보물찾기</li>"
        in found.html
    )
    assert cut(found, "enclosure") == ["붙임 1. 나루길 안내도 1부.", "2. 개통식 사진 2매. 끝."]
    assert len(cut(found, "contact")) == 2


def test_the_source_of_a_page_gives_the_article_with_its_links_and_table():
    found = read("article-source.html")
    assert found.title == "강나루시, 헌 우산 고쳐 주는 가게 열어"
    assert found.subtitles == ("매주 수요일 나루시장 2층에서",)
    assert (found.date, found.byline) == (JUNE_13, "김하늘")
    assert len(found.paragraphs) == 4
    assert "<b>우산 수리소</b>" in found.html
    assert '<a href="https://naru.example.kr/umbrella" rel="noopener">나눔 우산</a>' in found.html
    assert "<td>184</td>" in found.html
    assert "몰래" not in " ".join(everything(found))
    assert cut(found, "photo") == ["우산을 고치는 주민"]
    assert "<img" not in found.html


def test_an_old_page_drawn_with_tables_is_taken_apart():
    found = read("layout-tables.html")
    assert found.title == "새들군, 장마 앞두고 배수로 40곳 치운다"
    assert (found.date, found.byline) == (JUNE_13, "안전과")
    assert len(found.paragraphs) == 2
    assert "<table" not in found.html


def test_a_bare_release_with_windows_line_ends():
    found = extraction.read(page("bare-release.txt").replace("\n", "\r\n"))
    assert found.title == "강나루시, 시민 누구나 쓰는 공유 텃밭 분양"
    assert len(found.paragraphs) == 3
    assert found.cut == ()


def test_a_headline_broken_into_two_lines_is_one_headline():
    found = read("broken-title.txt")
    assert found.title == "새들군, 산불로 탄 숲에 주민과 함께 어린 참나무 3만 그루 심어"
    assert found.subtitles == ("민둥산 된 솔재골 40ha, 다섯 해 동안 되살린다",)
    assert found.date == JUNE_13


def test_a_release_without_a_date_gets_none():
    found = read("no-date.txt")
    assert found.date is None
    assert found.byline is None
    assert found.subtitles == ("산골 마을까지 달마다 두 번 찾아가",)
    assert len(found.paragraphs) == 3


def test_a_title_that_stands_three_times_is_kept_once():
    found = read("two-repeats.txt")
    assert found.title == "강나루시, 무료 자전거 수리 교실 운영한다"
    assert len(cut(found, "title-repeat")) == 2
    assert (found.date, found.byline) == (JUNE_13, "공보실")
    assert len(found.paragraphs) == 2


def test_a_short_notice_of_three_dashes_keeps_them_as_its_body():
    found = read("notice.txt")
    assert found.title == "나루도서관 임시 휴관 안내"
    assert found.subtitles == ()
    assert found.date is None
    assert found.html.count("<li>") == 3


def test_sentences_with_the_same_mark_become_a_list_and_the_giver_is_named():
    found = read("sentence-list.txt")
    assert found.organisation == "새들군 안전과"
    assert found.html.count("<li>") == 4
    assert "<ul><li>구명조끼는" in found.html


# what holds for every page


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".txt")])
def test_every_letter_of_a_page_is_in_the_article_or_reported_as_cut(name):
    found = read(name)
    assert letters(*everything(found)) == letters(plain.visible(page(name)))


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".html")])
def test_nothing_stands_in_an_article_that_was_not_in_the_source(name):
    found = read(name)
    source = plain.text_of(page(name))
    for text in (found.title, *found.subtitles, *found.paragraphs):
        assert all(word in source for word in text.split())
    assert not letters(source) - letters(*everything(found))


@pytest.mark.parametrize("name", NAMES)
def test_the_html_is_clean_and_says_what_the_paragraphs_say(name):
    found = read(name)
    assert release_html(found.html) == found.html
    assert letters(plain.text_of(found.html)) == letters(*found.paragraphs)


@pytest.mark.parametrize("name", NAMES)
def test_the_article_alone_pasted_again_is_the_same_article(name):
    found = read(name)
    text = "\n\n".join([found.title, *(f"- {line}" for line in found.subtitles), *found.paragraphs])
    again = extraction.read(text)
    assert again.title == found.title
    assert again.subtitles == found.subtitles
    assert letters(*again.paragraphs) == letters(*found.paragraphs)


LINES = [line for name in NAMES if name.endswith(".txt") for line in page(name).splitlines()]


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 40))
def test_lines_in_any_order_are_read_without_losing_a_letter(chance: random.Random, size):
    lines = [chance.choice(LINES) for _ in range(size)]
    source = "\n".join(line for line in lines if not line.startswith(">"))
    if plain_markup.looks_like_html(source):
        return
    found = extraction.read(source)
    assert letters(*everything(found)) == letters(plain.visible(source))


@pytest.mark.parametrize("text", ["", " \n\u200b\n", "가", "끝.", "<p></p>", "\t\t\n|"])
def test_an_almost_empty_paste_gives_an_almost_empty_article(text):
    found = extraction.read(text)
    assert found.html in ("", "<p>가</p>")


def test_hostile_source_comes_out_harmless():
    found = extraction.read(
        "<h1>강나루시 소식을 전합니다</h1><p onclick=x>강나루시는 <script>alert(1)</script>새 나루터를 "
        "다음 달에 연다고 13일 밝혔다.<img src=x onerror=alert(1)></p><svg onload=alert(1)>"
    )
    assert found.title == "강나루시 소식을 전합니다"
    assert found.html == "<p>강나루시는 새 나루터를 다음 달에 연다고 13일 밝혔다.</p>"


@pytest.mark.parametrize(
    "unit", ["로그인\n", "가나다 ", "▲", "2025-06-13\n", "<p>가나 다</p>", "> ", "가\t나\n"]
)
def test_a_flood_is_read_or_refused_within_two_seconds(unit):
    flood = "강나루시, 새 나루터 연다\n" + unit * (150_000 // len(unit))
    start = time.process_time()
    try:
        read_or_refused = extraction.read(flood).title
    except ValueError as refused:
        read_or_refused = str(refused)
    assert time.process_time() - start < 2
    assert read_or_refused.endswith(("연다", "주세요."))


# bytes


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_file_is_read_in_every_encoding_korea_uses(encoding):
    text = "강나루시, 나루터 똠방각하 축제 연다\r\n\r\n본문 abc 입니다.\r\n"
    assert extraction.decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "한글"),
        (b"PK\x03\x04" + bytes(100), "압축"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "그림"),
        (b"\xff\xfe\x00", "복사해서"),
        (b"\x81\xff\xfe\xfd", "복사해서"),
        (b"\x00\x00\x00\x00\x00\x00", "복사해서"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_words(data, says):
    with pytest.raises(ValueError, match=says):
        extraction.decode(data)
