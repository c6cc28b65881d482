import time

import pytest

from board.text.hosts import hosts, messengers


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("https://money.example/a?b=1 보세요", ["money.example"]),
        ("HTTPS://Money.Example", ["money.example"]),
        ("여기 money.example/loan 로", ["money.example"]),
        ("naver.com에서 찾으면 나옵니다", ["naver.com"]),
        ("링크는www.money.co.kr입니다", ["www.money.co.kr"]),
        ("hxxp://money.example", ["money.example"]),
        ("h**ps://money.example", ["money.example"]),
        ("money점com 검색", ["money.com"]),
        ("money 닷컴", ["money.com"]),
        ("money쩜컴", ["money.com"]),
        ("money[.]com", ["money.com"]),
        ("money (dot) com", ["money.com"]),
        ("money dot com", ["money.com"]),
        ("ｍｏｎｅｙ．ｃｏｍ", ["money.com"]),
        ("open.kakao.com/o/abc", ["open.kakao.com"]),
        ("t.me/abc", ["t.me"]),
        ("https://user:pw@money.example/", ["money.example"]),
        ("http://10.0.0.1:8000/a", ["10.0.0.1"]),
        ("a.com b.com a.com", ["a.com", "b.com"]),
        ("https://솔내.한국/소식", ["솔내.한국"]),
        ("ab.la/x3yz", ["ab.la"]),
        ("여기요 zz9.qa/abc", ["zz9.qa"]),
        ("t。me/abc", ["t.me"]),
        ("금빛여울.com 접속", ["금빛여울.com"]),
        ("https://www.solnae.go.kr에서", ["www.solnae.go.kr"]),
        ("bit.ly로 오세요", ["bit.ly"]),
        ("money.co.kr로 시작하세요", ["money.co.kr"]),
    ],
)
def test_a_host_is_named_plainly_or_in_disguise(written, named):
    assert hosts(written) == named


@pytest.mark.parametrize(
    "written",
    [
        "잘 읽었습니다.",
        "3.5km, 0.8배",
        "2026.11.22.",
        "제보는 tip@naru.example 로",
        "vs. 그리고 e.g. 이렇게",
        "다음 주.다음 달.",
        "점심은 12시, 컴퓨터는 2대",
        "ABC점 커피",
        "A점 coming soon",
        "강남점 commercial",
        "A점 컴퓨터, B점 넷플릭스",
        "닷새 뒤에 넷이서",
        "file.hwp, photo.jpg",
        "node.js",
        "5.5km/h",
        "1/2.5",
        "어제.TV에서 봤다",
        "go.kr로 끝나는 주소인지 꼭 확인하세요",
        "*.go.kr이나 .or.kr 말고는 누르지 않아요",
        "끝이 ac.kr, re.kr, hs.kr면 학교나 연구소",
        "co.kr 주소도 속일 수 있어요",
        "https://로 시작하는지 보세요",
        "http://와 https://의 차이",
        "bit.ly로 시작하는 문자는 누르지 마세요",
        "'t.me'로 시작하는 주소",
        "money.com으로 끝나면 가짜",
    ],
)
def test_a_dot_alone_and_talk_about_addresses_make_no_address(written):
    assert hosts(written) == []


def test_messengers_are_known_by_the_word_before_the_name():
    assert messengers("카톡 아이디 loan1004로 문의") == ["loan1004"]
    assert messengers("텔레그램 @easymoney") == ["easymoney"]
    assert messengers("카톡 단체방에서 봤어요. 라인 그리기 좋네요") == []


@pytest.mark.parametrize("piece", ["a", "a.", "a-", "a점", "http://", "[.]", "카톡 "])
def test_matching_takes_little_time_on_any_text(piece):
    started = time.perf_counter()
    hosts(piece * (2000 // len(piece))), messengers(piece * (2000 // len(piece)))
    assert time.perf_counter() - started < 0.2
