"""A spammer with thirty addresses: what is shown, what is held, who must wait."""

from collections import Counter
from itertools import cycle

from board.extensions import db
from board.models import Article, Comment

EACH = 10  # comments from each address, one under each article
COPY = "오늘만 무료 체험! 회원 가입하면 {n}포인트를 바로 드립니다"
LINES = (
    "주말 특가 안내 {n} money{n}.example/go",
    COPY,
    "대출 한도 조회 {n}분이면 끝, 0 1 0 - 0 0 0 0 - {n:04}",
    "자세한 것은 hxxp://site{n}.example 에서",
    "{n}번 방 추천, 카톡 아이디 lucky{n}",
    COPY,
    "야 이 병신아 {n}",
    "국민 000001-01-{n:06} 로 입금하면 바로 드림",
    "검색창에 lucky{n}점com",
    "우리 동네 {n}번째 이야기, 저도 한마디 보탭니다. {w}",
    COPY,
    "원금 보장 수익 {n}%! https://coin{n}.example",
)
WORDS = "가을 나루 다리 마을 바람 사과 아침 자갈 차표 카메라 타작 파도 하늘".split()


def test_of_three_hundred_comments_from_thirty_addresses_few_are_seen(board, admin, visit):
    articles = [published(board, admin, number) for number in range(EACH)]
    lines = cycle(LINES)
    answers: Counter = Counter()
    for number in range(30):
        bot = visit()
        bot.environ_base["REMOTE_ADDR"] = f"203.0.113.{number}"
        token = bot.token()
        for article, line in zip(articles, lines, strict=False):
            answers[send(bot, article, token, line, answers.total())] += 1
    everything = db.session.query(Comment)
    shown = everything.filter(Comment.is_up()).count()
    assert answers.total() == answers[303] + answers[429] == 300  # taken, or told to wait
    assert answers[303] == everything.count() >= 90  # held, nothing is lost
    assert shown <= 30, f"{shown} of 300 got through"
    assert sum(article.comments_count for article in articles) == shown
    assert not everything.filter(Comment.body.contains("0 0 0 0 -")).count()


def published(board, admin, number):
    article = Article.draft(board=board, by=admin, title=f"소식 {number}", body="<p>글</p>")
    article.publish(by=admin)
    return article


def send(bot, article, token, line, number):
    """One comment of a bot that knows our forms: it sends all the same, whatever it is warned of."""
    words = line.format(n=number, w=" ".join(WORDS[number % 13 - at] for at in (0, 3, 7)))
    body = {"body": words, "nickname": f"손님{number}", "password": "1234", "warned": "1"}
    path = f"/articles/{article.id}/comments"
    return bot.post(path, data={"csrf_token": token, **body}).status_code
