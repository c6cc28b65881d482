import pytest

from board.text import names


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
    ],
)
def test_two_names_a_reader_would_confuse_share_a_key(one, other):
    assert names.name_key(one) == names.name_key(other)


def test_names_that_differ_keep_different_keys():
    assert names.name_key("김하늘") != names.name_key("김하눌")
    assert names.name_key("🌸") != names.name_key("🌳")
    assert names.name_key("🌸")


@pytest.mark.parametrize(
    "name",
    [
        "관리자", "관 리 자", "관리자1", "★운영자★", "관리자님", "ADMIN", "ａｄｍｉｎ", "аdmin",
        "adm1n", "admin_2", "site-admin", "adrnin", "Administrator", "moderator", "기자", "-기자-",
        "공식", "ro0t", "나루", "편집국장", "발행인", "webmaster", "STAFF", "관\u200b리\u200b자",
    ],
)  # fmt: skip
def test_nobody_may_pass_for_the_paper(name):
    assert names.is_reserved(name)
    with pytest.raises(ValueError, match="다른 이름"):
        names.check_name(name)


@pytest.mark.parametrize("name", ["김기자", "badminton", "나루터", "공식집밥", "봄날", "L"])
def test_ordinary_names_are_free(name):
    assert not names.is_reserved(name)


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
