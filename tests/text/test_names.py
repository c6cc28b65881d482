import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.text import lookalikes, names
from board.text.words import signs

# The paper 강건너신문, its publisher and its people, one of them with a short name.
OWN = ("강건너신문", "윤해솔", "하늘", "나루", "kim")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("나루지기꾼", "나루 지기·꾼"),
        ("Hong", "ＨＯＮＧ"),
        ("hong", "hоng"),  # a Cyrillic о
        ("NARA", "ΝΑRΑ"),  # Greek capitals
        ("bill", "bi11"),
        ("bob0", "bobo"),
        ("corner", "comer"),
        ("Zoë", "zoe"),
        ("봄ㆍ날", "봄날"),
        ("봄\u200b날", "봄날"),
        ("봄날🌸", "봄날"),
        ("nara", "ɴᴀʀᴀ"),  # small capitals
        ("nara", "ꓠꓮꓣꓮ"),  # Lisu
        ("dara", "ᎠᎪᎡᎪ"),  # Cherokee
        ("nara", "🅽🅰🆁🅰"),
        ("nara", "🅝🅐🅡🅐"),
        ("nara", "🇳🇦🇷🇦"),
        ("lodge", "łøđgę"),
        ("봄날", "ㅂㅗㅁㄴㅏㄹ"),
        ("봄날", "보ㅁ나ㄹ"),
        ("봄날", "\uffb2\uffcc\uffb1날"),  # half as wide
        ("과꽃", "ㄱㅗㅏㄲㅗㅊ"),
        ("닭", "ㄷㅏㄹㄱ"),
        ("하늘", "ㅎr늘"),
    ],
)
def test_two_names_a_reader_would_confuse_share_a_key(one, other):
    assert names.name_key(one) == names.name_key(other)


def test_names_that_differ_keep_different_keys():
    assert names.name_key("김하늘") != names.name_key("김하눌")
    assert names.name_key("🌸") != names.name_key("🌳")
    assert names.name_key("🌸")
    assert names.name_key("ㅇㅇ") != names.name_key("ㄴㄴ")
    assert names.name_key("각오") != names.name_key("가고")


@given(st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), max_size=8))
def test_whole_syllables_are_their_own_key(name):
    apart = unicodedata.normalize("NFD", name)
    assert names.name_key(name) == names.name_key(apart) == name
    assert lookalikes.whole_syllables("".join(map(signs.sign_of, apart))) == name


@pytest.mark.parametrize(
    "name",
    [
        "관리자", "관 리 자", "관리자1", "★운영자★", "관리자님", "ADMIN", "ａｄｍｉｎ", "аdmin",
        "adm1n", "admin_2", "site-admin", "adrnin", "Administrator", "moderator", "기자", "-기자-",
        "공식", "ro0t", "나루", "편집국장", "발행인", "webmaster", "STAFF", "관\u200b리\u200b자",
        "ᴀᴅᴍɪɴ", "ꓮꓓꓟꓲꓠ", "ᎪᎠᎷIN", "🅰🅳🅼🅸🅽", "ʀᴏᴏᴛ", "ㄱㅘㄴㄹㅣㅈㅏ", "과ㄴ리자ㅋㅋ", "운영ㅈr",
        "관리자ㅋㅋ", "ㅎㅎ편집국",
    ],
)  # fmt: skip
def test_nobody_may_pass_for_the_paper(name):
    assert names.is_reserved(name)
    with pytest.raises(ValueError, match="다른 이름"):
        names.check_name(name)


@pytest.mark.parametrize("name", ["김기자", "badminton", "나루터", "공식집밥", "봄날", "L", "ㅇㅇ"])
def test_ordinary_names_are_free(name):
    assert not names.is_reserved(name)


@pytest.mark.parametrize(
    "name",
    [
        "강건너신문", "강건너신문 편집실", "강.건.너 신문사", "윤해솔", "윤해솔입니다", "ㅇㅠㄴ해솔", "윤해솔123",
        "하늘", "하늘 기자", "기자 하늘", "★하늘★", "하늘ㅋㅋ", "하늘님", "나루신문", "나루 뉴스", "Kim", "ᴋɪᴍ",
    ],
)  # fmt: skip
def test_nobody_may_pass_for_somebody_of_this_paper(name):
    assert names.is_reserved(name, OWN)
    with pytest.raises(ValueError, match="다른 이름"):
        names.check_name(name, OWN)


@pytest.mark.parametrize(
    "name",
    ["푸른하늘", "하늘이", "나루터", "나루댁", "강건너", "윤해", "해솔", "kimchi", "신문배달"],
)
def test_a_short_name_is_reserved_alone_or_beside_a_title(name):
    assert not names.is_reserved(name, OWN)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("윤해솔 기자", ["윤해솔"]),
        ("윤해솔기자", ["윤해솔"]),
        ("글·사진 윤해솔", ["윤해솔"]),
        ("윤해솔·오세담 기자", ["윤해솔", "오세담"]),
        ("윗동 윤해솔 기자 haesol@mail.example", ["윗동 윤해솔", "윤해솔"]),
        ("윤해솔 (대표이사)", ["윤해솔"]),
        ("강건너신문 편집국", ["강건너신문"]),
        ("주식회사 강건너미디어", ["강건너미디어"]),
        ("강건너신문 Co., Ltd.", ["강건너신문"]),
        ("편집국", []),
        ("김순이(독자)", []),
        ("김순이 시민기자", []),
        ("독자 김순이", []),
        ("솔내시민신문", ["솔내시민신문"]),
        ("학생 신문", ["학생 신문"]),
        ("", []),
    ],
)
def test_a_byline_has_the_names_of_those_of_the_paper(line, found):
    assert list(names.names_in(line)) == found


def test_a_name_comes_back_tidied():
    assert names.check_name("  봄 \u3000 날 ") == "봄 날"
    assert names.check_name("가" * 20) == "가" * 20
    assert names.check_name("Zoë 김") == "Zoë 김"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "써 주세요"),
        (" \u3164\u200b ", "써 주세요"),
        ("가" * 21, "20자"),
        ("봄\x07날", "쓸 수 없는 문자"),
        ("봄\n날", "쓸 수 없는 문자"),
        ("봄\u202e날", "쓸 수 없는 문자"),
        ("봄\u0301\u0302\u0303\u0304날", "기호"),
        ("http://a.kr", "주소"),
        ("www.naru", "주소"),
        ("대출 abc.com", "주소"),
        ("ａｂｃ．ｋｒ", "주소"),
    ],
)
def test_a_name_that_will_not_do_is_answered_in_korean(name, says):
    with pytest.raises(ValueError, match=says) as refused:
        names.check_name(name)
    assert str(refused.value).endswith("주세요.") or "쓸 수 있습니다." in str(refused.value)
