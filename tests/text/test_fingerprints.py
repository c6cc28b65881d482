from board.text.fingerprints import fingerprint

AD = "지금 바로 신청하면 누구나 오늘 안에 받습니다"


def test_a_copy_with_other_digits_spaces_and_marks_is_the_same():
    copies = [
        f"{AD} 1004",
        f"★{AD}★",
        AD.replace(" ", ""),
        AD.replace("바로", "바로로로"),
        f"{AD}!!!!",
    ]
    assert {fingerprint(copy) for copy in copies} == {fingerprint(AD)}


def test_other_words_are_other_words():
    assert fingerprint(AD) != fingerprint(AD.replace("오늘", "내일"))


def test_a_short_courtesy_has_no_fingerprint():
    for words in (
        "잘 읽었습니다.",
        "좋은 기사 고맙습니다",
        "삼가 고인의 명복을 빕니다",
        "ㅋ" * 50,
        "123456789012",
        "",
    ):
        assert fingerprint(words) == ""
