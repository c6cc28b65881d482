"""Photo credits, read from captions."""

import pytest

from board.text.photo_credits import credited


@pytest.mark.parametrize(
    ("words", "caption", "credit"),
    [
        ("쉼터 앞에 모인 주민들 (사진=솔내시)", "쉼터 앞에 모인 주민들", "솔내시"),
        ("(사진=솔내시 제공)", "", "솔내시"),
        ("쉼터 앞 모습. 사진제공 솔내시", "쉼터 앞 모습", "솔내시"),
        ("쉼터 앞 모습 / 사진 제공: 솔내시 홍보실", "쉼터 앞 모습", "솔내시 홍보실"),
        ("[사진] 쉼터 앞 모습", "쉼터 앞 모습", ""),
        ("[사진제공=솔내시] 쉼터 앞 모습", "쉼터 앞 모습", "솔내시"),
        ("주민들이 사진을 찍고 있다", "주민들이 사진을 찍고 있다", ""),
        ("솔내시 제공", "솔내시 제공", ""),
        ("", "", ""),
    ],
)
def test_a_credit_is_told_from_a_caption(words, caption, credit):
    assert credited(words) == (caption, credit)
