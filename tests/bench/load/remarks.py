"""What members write in the benchmark: plain Korean remarks, no two alike, which the screening lets
pass. Words made of random syllables would not do: now and then they are swear words."""

import random

PLACES = """
강변 산책로,시장 앞 건널목,중앙 도서관,버스 정류장,마을 회관,어린이 놀이터,보건소 주차장,역 앞 광장,
초등학교 담장,체육관 입구,저수지 둘레길,문화의 거리,주민센터 민원실,읍내 우체국,농협 앞 삼거리,
향교 뒷길,수영장 탈의실,작은 미술관,공원 화장실,새로 난 다리
""".replace("\n", "").split(",")
THINGS = """
가로등,긴 의자,그늘막,안내판,자전거 거치대,쓰레기통,물 마시는 곳,울타리,꽃밭,계단 손잡이,
점자 블록,시계,지붕,나무 그늘,배수로,난간,바닥 포장,출입문,게시판,신호등
""".replace("\n", "").split(",")
STATES = """
어제 보니 많이 낡았더군요,지난달보다 훨씬 나아졌습니다,아침마다 지나며 눈여겨봅니다,비가 오면 조금 불편합니다,
아이들이 특히 좋아합니다,어르신들이 자주 쓰십니다,밤에는 잘 보이지 않습니다,누가 손보는지 궁금했습니다,
생각보다 튼튼해 보입니다,겨울이 오기 전에 살펴야 합니다,사진으로 보니 반갑습니다,옆 동네에도 있으면 좋겠습니다,
여름 내내 잘 썼습니다,점심때면 사람이 몰립니다,이번 기사로 처음 알았습니다
""".replace("\n", "").split(",")
WISHES = """
다음 회의에서 이야기되기를 바랍니다,예산이 얼마인지도 알려 주세요,공사가 언제 끝나는지 궁금합니다,
담당하시는 분들께 고맙습니다,뒷이야기도 기사로 써 주세요,주민들 의견을 더 들어 주세요,
비슷한 곳이 있는지 찾아봐 주세요,주말에 가족과 가 보겠습니다,옛 모습도 함께 보고 싶습니다,
휠체어로도 갈 수 있는지 알려 주세요,문 여는 때를 적어 주세요,오래 남아 있으면 좋겠습니다,
이웃들과 나누어 읽겠습니다,취재하느라 애쓰셨습니다,학생들도 알 수 있게 해 주세요
""".replace("\n", "").split(",")


def remark(chance: random.Random) -> str:
    """A comment of about a line; there are thirty million."""
    one, other = chance.sample(PLACES, 2)
    first, second = chance.sample(THINGS, 2)
    told = f"{one} {first} 이야기를 읽고 적습니다. {chance.choice(STATES)}. "
    return f"{told}{other} {second}도 함께 살펴 주시고, {chance.choice(WISHES)}."
