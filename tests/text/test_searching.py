"""What is searched, and what somebody types to find it."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.text.searching import search_key, words_of


def test_a_query_typed_wide_in_capitals_meets_the_article():
    article = search_key("강나루\u00a0시 ＡＩ　관제센터\n(cctv) ①차")
    assert search_key("나루 시 ai  관제") in article
    assert search_key("CCTV) 1차") in article
    assert search_key(unicodedata.normalize("NFD", "강나루")) in article


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"강둑 태우지 마세요"', "“강둑 태우지 마세요” 세 번째 부탁"),
        ("'첫 배'", "마을이 띄운 ‘첫 배’"),
        ("<한글 배움터>", "〈한글 배움터〉 문 열어"),
        ("강나루를", "「강나루」를 읽다"),
        ("윗동ㆍ아랫동", "윗동·아랫동 주민"),
        ("윗동‧아랫동", "윗동·아랫동 주민"),
        ("윗동·아랫동", "윗동ㆍ아랫동 주민"),
        ("3400그루", "나무 3,400그루"),
        ("1,234,567원", "모두 1234567원"),
        ("3-5일", "장은 3–5일에 선다"),
        ("3~5일", "장은 3∼5일에 선다"),
        ("2x3", "2×3미터"),
    ],
)
def test_a_headline_is_found_as_a_keyboard_types_it(typed, printed):
    assert search_key(typed) in search_key(printed)
    assert words_of(typed).search(printed)


def test_other_commas_and_words_stay_apart():
    assert search_key("1,20 1,2345 가,나 1,200") == "1,20 1,2345 가,나 1200"
    assert not words_of("1200").search("1 200, 12,00")


def test_the_words_are_marked_as_they_are_printed():
    found = words_of('"1200포기" 나루').findall("“1,200포기”를 나루로, 나루터로")
    assert found == ["1,200포기", "나루", "나루"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_a_search_key_is_its_own_search_key(text):
    key = search_key(text)
    assert search_key(key) == key
