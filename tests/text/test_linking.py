import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.text import linking


def links(text: str) -> list[str]:
    return [piece.href for piece in linking.pieces(text) if piece.href]


@pytest.mark.parametrize(
    ("typed", "linked"),
    [
        ("http://naru.example.kr에서 봤습니다", "http://naru.example.kr"),
        ("https://a.kr/b을 보십시오", "https://a.kr/b"),
        ("여기(https://a.kr/b).", "https://a.kr/b"),
        ("https://a.kr/위키_(동음)", "https://a.kr/"),
        ("https://a.kr/wiki_(b)", "https://a.kr/wiki_(b)"),
        ("https://a.kr/wiki_(b)).", "https://a.kr/wiki_(b)"),
        ("“https://a.kr/?q=1&b=2”", "https://a.kr/?q=1&b=2"),
        ("https://a.kr/x,https", "https://a.kr/x,https"),
        ("https://a.kr/x!?", "https://a.kr/x"),
        ("HTTPS://A.KR/X", "HTTPS://A.KR/X"),
        ("https://a.kr:8443/x#y", "https://a.kr:8443/x#y"),
        ("한글앞http://a.kr", "http://a.kr"),
    ],
)
def test_an_address_ends_where_a_reader_would_end_it(typed, linked):
    assert links(typed) == [linked]


@pytest.mark.parametrize(
    "typed",
    [
        "http://bank.kr@evil.kr/",
        "https://user:pw@a.kr",
        "http://a.kr%40evil.kr/",
        "javascript://a.kr/%0aalert(1)",
        "xhttp://a.kr",
        "http://",
        "http://...",
        "http://한글.kr",
        "http://localhost/admin",
        "http://a.kr\\@evil.kr",
        "ftp://a.kr",
        "www.a.kr",
    ],
)
def test_a_misleading_address_stays_text(typed):
    assert [link for link in links(typed) if link != "http://a.kr"] == []


def test_a_punycode_host_is_shown_as_it_is():
    (piece,) = linking.pieces("http://xn--9d0b.kr/")
    assert piece.shown == piece.href == "http://xn--9d0b.kr/"


def test_a_long_address_keeps_its_host_and_loses_its_middle():
    host = "https://" + "news." * 12 + "example.kr"
    (piece,) = linking.pieces(host + "/article/" + "0123456789" * 20)
    assert piece.shown.startswith(host + "/")
    assert "…" in piece.shown
    assert piece.href.endswith("0123456789")
    assert len(linking.pieces("https://a.kr/" + "x" * 500)[0].shown) <= linking.LONGEST_SHOWN


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["http://", "a.kr", "/", "(", ")", ".", "가", " ", "@", "?x=1"])))
def test_no_letter_is_lost_between_the_pieces(parts):
    text = "".join(parts)
    assert "".join(piece.text for piece in linking.pieces(text)) == text


@pytest.mark.parametrize(
    "unit", ["http://a.kr ", "http://a.kr/(", "http://", "a.", ")", "http://a."]
)
def test_a_flood_of_addresses_is_read_at_once(unit):
    start = time.process_time()
    linking.pieces("http://a.kr/" + unit * 20_000)
    assert time.process_time() - start < 1
