"""Signs of adverts: what is held of adverts without a link, and of neighbours who sound alike."""

import time
from pathlib import Path

import pytest

from board.models.screening.spam import HELD_FROM, STRANGER
from board.text.hosts import hosts, messengers
from board.text.personal import find
from board.text.spam import signs_of

KINDS = {
    "leads to a name, a profile or a code": (
        """
        초록창에 금빛여울 검색하시고 추천코드 31 넣어 주세요
        녹색창에 솔내나무 쳐 보세요
        제 프로필 누르시면 홈페이지 나와요
        닉네임 클릭하면 주소 있어요
        가입만 하셔도 두 배 챙겨 드려요 추천인 나루31
        """,
        """
        초록창에 솔내축제 쳐 보면 지도가 나옵니다
        회원 가입은 시청 누리집에서 합니다
        후보자 프로필을 보고 뽑읍시다
        추천서를 누가 써 줬답니까
        """,
    ),
    "loans and side jobs": (
        """
        신불자 당일 300 됩니다 상담만 주세요
        급전 무서류 즉시 송금
        하루 20만 보장되는 재택 부업
        내구제 당일 현금 드려요
        집에서 폰으로 월 300 버는 법 문의 주세요
        """,
        """
        대출 금리가 또 내렸다
        급전을 빌렸다가 이자에 시달렸다는 상인
        재택 진료가 시작됐네요
        부업으로 꿀벌을 칩니다
        대출 한도를 늘린다니 반갑습니다
        """,
    ),
    "what is offered, and who was harmed by it, asks or tells of it": (
        """
        내구제 피해 없이 당일 진행
        작업대출 성공한 사람만 아는 곳 문의 주세요
        피싱당한 돈 찾아 드립니다 상담 주세요
        손실 복구해 드려요 피해자 모임방 입장
        먹튀 없는 곳 소개합니다
        리딩방 들어가고 계좌가 두 배 됐어요
        비아그라 여기서 샀는데 진짜 효과 봤어요
        리뷰 알바로 월 200 벌었어요
        온카 검증된 곳만 모았어요
        """,
        """
        내구제 대출 피해가 이렇게 많은 줄 몰랐어요
        작업대출 조직이 잡혔다는데 청년들은 구제가 되나요
        월변에 손댔다가 집을 넘긴 이웃이 있어요
        원금 보장이라는 말만 믿었습니다
        리딩방에 아버지가 퇴직금을 넣으셨습니다
        급등주 문자 차단하는 방법 아시는 분
        바둑이 게임장이 또 문을 열었네요
        가짜 비아그라를 파는 약국이 있다니요
        휴게텔 간판 좀 내리게 해 주세요
        영수증 리뷰 조작하는 식당이 한둘이 아닙니다
        통장 매입 문자 저도 받았습니다
        프로필에 링크 걸어 놓은 계정은 누르지 마세요
        """,
    ),
    "papers, accounts and other wares nobody may sell": (
        """
        통장 장당 170 매입합니다
        법인 통장 개당 220 삽니다
        카드 한도 현금으로 돌려 드립니다
        떨 작대기 전국 드랍 인증딜러
        재직증명서 통장내역 만들어 드립니다
        자소서 대필 당일 완성
        논문 대필 석박사 출신이 씁니다
        숨은 보험금 찾아 드려요 연락처만 남겨 주세요
        영상 좋아요만 눌러도 하루 18만 입금
        """,
        """
        통장을 개당 백만 원에 판 청년이 잡혔어요
        카드 한도가 줄었어요
        마약 던지기 드랍 수법이 무섭네요
        졸업증명서는 무인발급기에서 떼면 됩니다
        논문 대필 의혹을 밝혀라
        숨은 보험금은 금융감독원에서 조회하세요
        개인회생 끝내고 면책받았어요 다들 기운 내세요
        시그널이라는 드라마 보셨나요
        """,
    ),
    "messengers by other names": (
        """
        시그널 아이디 moon_5521 물건 있음
        틸레그렘 rich5521
        텔레그람 moon5521
        오픈카카오 주식 방 들어오세요
        밴드에서 "배당 모임" 검색해서 가입하시면 알려 드립니다
        ㅌㄹ sol_3344
        텔 sol3344
        t_me/sol3344
        라인 sol33
        카톡 sol3344
        sol3344 톡주세요
        오.픈.카.톡 방제 여울
        옾톡 들어오세요
        """,
        """
        3호선 라인 연장 공사
        카톡 피싱 조심하세요
        오픈채팅 피해자 모임 기사
        모텔 room1004 앞이 어둡다
        온라인 game2026 대회
        """,
    ),
    "letters taken apart, circled, or behind a short link": (
        """
        ab.la/x3yz
        solbet. co.kr 접속하면 5만
        은.빛.여.우 로 놀러 오세요 파.워.볼
        ⓛⓘⓝⓔ ⓢⓞⓛ
        바 카 라 사 이 트 추 천
        """,
        """
        가.나.다.라 순서로 앉으세요
        월.수.금에 엽니다
        ⓐ안이 낫고 ⓑ안은 비쌉니다
        축 개 통
        """,
    ),
    "bait that leads to a profile, a name to search for, or an app": (
        """
        심심한데 제 프로필 구경하러 오세요
        프로필에 적힌 아이디로 문의 주세요 각종 증명서 제작해 드립니다
        콘서트 표 양도해요 제 닉네임 그대로 인스타에 치시면 나와요
        닉네임 그대로 텔레에서 검색하면 제가 나옵니다
        유튜브에 '나루선녀' 찾아서 상담 받아보세요 소름 돋게 맞춥니다
        쿠○에 '솔내무릎고' 치시면 오늘까지 반값
        네이버에 '여울관절환' 검색하시면 정품 할인돼요
        플레이스토어 '여울톡친구' 깔고 코드 B31 입력하면 하트 300개 드려요
        앱스토어에서 '나루데이트' 설치하고 코드 K77 넣으세요
        구글링 '나루상회' 아이스 작대기 전국 드랍
        """,
        """
        유튜브에 '솔내축제' 검색하면 영상이 나옵니다
        군수 후보 프로필을 구경하다가 놀랐어요
        닉네임을 실명으로 바꾸자는 의견에 찬성합니다
        앱에서 에러 코드 E31 뜨는데 어떻게 하나요
        플레이스토어에서 군청 앱을 깔고 신고하세요
        쿠팡에서 반값이라 샀는데 가짜였어요
        증명서는 주민센터에서 떼면 됩니다
        상장과 명패를 만들어 주신 공방
        아이스 커피 한 잔 하면서 읽었습니다
        마약을 작대기라고 부르며 판다니 무섭네요
        """,
    ),
    "jobs that make accomplices, and fixers with a surname": (
        """
        현금 수거 알바 구합니다 일당 40
        고액알바 심부름 교통비 별도 신분증만 있으면 됩니다
        현금 전달만 하면 되는 알바 하루 30 지급
        캄보디아 근무자 모집 월 800 항공권 제공
        해외 상담원 모집 숙식 항공권 지원 월 천만 가능
        이팀장님 만나서 대출 한도 해결했어요 답글 주시면 소개해 드릴게요
        박실장님 통해 빚 정리했습니다 답글 남겨 주세요
        저도 빚 때문에 힘들었는데 정부장님 덕에 승인났어요 소개해 드려요
        라2인 아이디 moon0031
        카1톡 sol3344 조건 가능
        """,
        """
        현금 수거 알바가 보이스피싱이었다니 무섭네요
        고액알바 조심하라고 아이들에게 일러 주세요
        캄보디아로 갔던 청년이 무사히 돌아왔습니다
        해외 근무자 모집 글에 속아 갇혔다는 기사 보셨나요
        캄보디아 봉사단을 모집한다네요
        군청 김팀장님 만나서 배수로 문제를 해결했어요
        빚 때문에 힘들었는데 신용회복위원회에서 도와줬어요
        과장님 통해 민원을 넣었더니 바로 고쳐졌습니다
        1인 가구 지원 조건 가능한지 궁금합니다
        현금을 들고 다니는 어르신이 걱정입니다
        """,
    ),
    "letters that slipped, beside nothing that is offered": (
        """
        ㅋㅏ지노 추천 코드 3344
        ㄷㅐ출 당일 가능 문의 주세요
        바.카.라 첫충 지급
        급 전 즉 시 문의 주세요
        """,
        """
        ㅁㅏ음이 아프네요 좋은 곳으로 가세요
        ㄱㅏ족분들 힘내세요 진짜 좋은 분이었어요
        감.사.합.니.다 정말 친절하시네요
        고 생 하 셨 습 니 다 추천합니다
        축.하.합.니.다 강추
        """,
    ),
}


def lines(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := each.strip()) and line[0] != "#"]


def written(name: str) -> list[str]:
    return lines(Path(__file__).with_name(f"{name}.txt").read_text("utf-8"))


def is_held(text: str) -> bool:
    """Whether a stranger's comment waits, for its words alone or for what they lead to."""
    points = sum(sign.points for sign in signs_of(text)) + STRANGER.points
    return points >= HELD_FROM or bool(hosts(text) or messengers(text) or find(text))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_advert_is_held_and_its_honest_double_is_not(kind):
    held, shown = map(lines, KINDS[kind])
    assert [text for text in held if not is_held(text)] == []
    assert [text for text in shown if is_held(text)] == []


def test_most_adverts_are_held():
    adverts = written("adverts")
    assert len(adverts) > 250
    assert sum(map(is_held, adverts)) / len(adverts) >= 0.95


def test_neighbours_who_sound_alike_are_not():
    neighbours = written("neighbours")
    assert len(neighbours) > 300
    assert [text for text in neighbours if is_held(text)] == []


def test_signs_have_names_and_points():
    named = [str(sign) for sign in signs_of("급전 당일 입금 카톡 sol3344")]
    assert named == ["메신저 아이디 +3", "급전·대출 +2", "광고의 조건 +1"]
    assert [str(sign) for sign in signs_of("카지노 유치에 반대합니다")][-1].endswith("-2")
    assert signs_of("다리가 언제 열리나요?") == []


@pytest.mark.parametrize(
    "piece",
    ["★", "텔 ", "카톡 ", "가.", "대 ", "10만 ", "a1", "검색 ", "@a", "ㄱㅏ ", "ㄱ ", "쿠○에 '"],
)
def test_looking_for_signs_takes_little_time_on_any_text(piece):
    started = time.thread_time()
    signs_of(piece * (2000 // len(piece)))
    assert time.thread_time() - started < 0.2
