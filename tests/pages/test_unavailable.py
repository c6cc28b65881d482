"""The proxy's page while the application is down needs nothing from it."""

import re

from tests.house.imports import ROOT

PAGE = ROOT / "static" / "errors" / "unavailable.html"


def test_it_needs_nothing_from_a_server_that_is_down():
    text = PAGE.read_text("utf-8")
    asked = re.findall(r"""(?:src|href)="([^"]*)"|url\(([^)]*)\)|@import""", text)
    assert {address for found in asked for address in found if address} <= {"data:,"}
    assert "<script" not in text


def test_it_says_in_korean_what_happened_and_what_to_do():
    text = PAGE.read_text("utf-8")
    assert '<html lang="ko">' in text and text.count("<h1") == 1
    assert "지금은 볼 수 없습니다" in text and ">다시 열기</a>" in text
    assert "쓰던 글은 뒤로 가면 남아 있습니다." in text
    assert len(PAGE.read_bytes()) < 4096
