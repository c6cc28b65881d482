import pytest

from board.text import registration


@pytest.mark.parametrize(
    "typed",
    ["123-45-67891", "1234567891", " 123 45 67891 ", "１２３-４５-６７８９１", "123–45–67891"],
)
def test_a_business_number_is_kept_in_its_printed_form(typed):
    assert registration.business_number(typed) == "123-45-67891"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("123-45-67890", "검증 숫자"),
        ("213-45-67891", "검증 숫자"),
        ("000-00-00000", "검증 숫자"),
        ("123-45-678", "10자리"),
        ("", "10자리"),
        ("가나다", "10자리"),
        ("110111-1234567", "법인등록번호로 보입니다"),
    ],
)
def test_a_mistyped_business_number_is_answered_in_words(typed, says):
    with pytest.raises(ValueError, match=says):
        registration.business_number(typed)


def test_a_corporation_number_is_kept_even_when_its_last_digit_is_no_check_digit():
    assert registration.corporation_number("1101111234560") == "110111-1234560"
    assert registration.corporation_number("110111-1234567") == "110111-1234567"


def test_a_check_digit_that_does_not_fit_is_a_doubt_and_no_error():
    fitting = next(
        f"110111-123456{digit}"
        for digit in range(10)
        if registration.corporation_doubt(f"110111-123456{digit}") is None
    )
    # 1·1 1·2 0·1 1·2 1·1 1·2 1·1 2·2 3·1 4·2 5·1 6·2 make 41, so 9 is missing to the next ten.
    assert fitting == "110111-1234569"
    assert "확인해 주세요" in registration.corporation_doubt("110111-1234567")


@pytest.mark.parametrize(
    ("typed", "says"),
    [("123-45-67891", "사업자등록번호로 보입니다"), ("110111", "13자리"), ("1" * 13, "쓸 수 없는")],
)
def test_a_mistyped_corporation_number_is_answered_in_words(typed, says):
    with pytest.raises(ValueError, match=says):
        registration.corporation_number(typed)


def test_two_numbers_in_each_others_fields_are_noticed():
    assert registration.look_swapped("110111-1234567", "123-45-67891")
    assert not registration.look_swapped("123-45-67891", "110111-1234567")
    assert not registration.look_swapped("110111-1234567", "")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("경기, 아12345", "경기, 아12345"),
        ("경기아12345", "경기, 아12345"),
        ("경기도 아 12345", "경기, 아12345"),
        ("서울 다01234", "서울, 다01234"),
        ("강원특별자치도, 아00999호", "강원, 아00999"),
        ("전라남도 아00012", "전남, 아00012"),
        ("  등록 준비 중 ", "등록 준비 중"),
    ],
)
def test_a_newspaper_registration_is_written_one_way(typed, kept):
    assert registration.newspaper_registration(typed) == kept
