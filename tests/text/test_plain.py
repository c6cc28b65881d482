import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.text import plain

FAMILY = "👩\u200d👩\u200d👧"


def test_a_line_typed_on_a_mac_is_composed_and_single_spaced():
    typed = unicodedata.normalize("NFD", "  강나루\u3000 소식\r\n지 ")
    assert plain.tidy(typed) == "강나루 소식 지"


def test_paragraphs_keep_their_lines_and_lose_their_ragged_ends():
    typed = "첫 줄  \r\n\tㄱ  둘\r\r\n\n\n\n끝\u2028줄 \n\n"
    assert plain.tidy(typed, multiline=True) == "첫 줄\n\tㄱ  둘\n\n끝\n줄"


@pytest.mark.parametrize("code", [0x00, 0x07, 0x1B, 0x7F, 0x85 + 1, 0x9F, 0xD800, 0xDFFF])
def test_control_characters_and_half_surrogates_vanish(code):
    assert plain.tidy(f"가{chr(code)}나") == "가나"
    assert plain.tidy(f"가{chr(code)}나", multiline=True) == "가나"


HIDING = [0x202A, 0x202E, 0x2066, 0x2069, 0x200E, 0x200F, 0x61C, 0x200B, 0xFEFF, 0x2060, 0xAD]
HIDING += [0x3164, 0x115F, 0x1160, 0xFFA0, 0xE0041, 0xE0101, 0x200D, 0xFE0F]


@pytest.mark.parametrize("code", HIDING)
def test_direction_marks_and_invisible_characters_are_removed(code):
    assert plain.tidy(f"가{chr(code)}나") == "가나"
    assert plain.is_blank(chr(code) * 3)


def test_joined_emoji_stay_together():
    assert plain.tidy(f"우리 {FAMILY} 집 ❤\ufe0f 1\ufe0f\u20e3") == (
        f"우리 {FAMILY} 집 ❤\ufe0f 1\ufe0f\u20e3"
    )


def test_a_comment_of_fillers_and_accents_is_blank_but_a_new_emoji_is_not():
    assert plain.is_blank(" \u3164\u200b\u00a0\u2800\u0301\n")
    assert not plain.is_blank("ㅋ")
    assert not plain.is_blank("\U0001fae9")


def test_an_excerpt_is_one_line_cut_between_words():
    text = "가나다라 마바사 " * 40
    cut = plain.excerpt(text + "\n둘째 줄", 50)
    assert len(cut) <= 50
    assert cut.endswith(("마바사…", "가나다라…"))
    assert plain.excerpt("짧은 글\n두 줄") == "짧은 글 두 줄"


def test_a_word_longer_than_the_excerpt_is_cut_inside():
    assert plain.excerpt("가" * 200, 10) == "가" * 9 + "…"


def test_a_release_reads_as_lines_items_and_cells():
    html = (
        "<h2>제목</h2><p>첫째 <b>굵은</b> 글<br>둘째 &lt;줄&gt;</p><ul><li>하나</li>"
        "<li><p>둘</p></li></ul><table><caption>표</caption><tr><th>구분</th><td></td>"
        "<td><p>가</p><p>나</p></td></tr></table><script>몰래</script><!-- 몰래 --><p>끝</p>"
    )
    assert plain.text_of(html) == (
        "제목\n첫째 굵은 글\n둘째 <줄>\n- 하나\n- 둘\n표\n구분 |  | 가 나\n끝"
    )


def test_xml_gets_no_character_it_cannot_carry():
    assert plain.xml_text("가\x00\x0b\ud800\ufffe나\t\n🙂") == "가나\t\n🙂"


def test_wildcards_in_a_query_are_letters():
    assert plain.escape_like("100%_\\") == "100\\%\\_\\\\"
    assert plain.escape_like("5!%", "!") == "5!!!%"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.booleans())
def test_tidying_twice_is_tidying_once(text, multiline):
    once = plain.tidy(text, multiline=multiline)
    assert plain.tidy(once, multiline=multiline) == once
    once.encode("utf-8")
