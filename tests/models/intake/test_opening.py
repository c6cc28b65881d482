"""Reading of mails: each release in one becomes a draft, and what came as a link is said."""

from email.message import EmailMessage
from email.utils import formataddr
from pathlib import Path

import pytest

from board.models import Batch, PressRelease, each_of
from board.text.documents import Enclosed
from board.text.plain import text_of
from tests.support.files import picture

WILLOWS = (
    "새들군(군수 한여울)은 물내나루에 버드나무 서른 그루를 심었다고 5일 밝혔다.",
    "나무 아래에는 긴 의자 열 개와 작은 무대 하나를 놓아 누구나 쉬어 가게 했다.",
)
BOOKS = (
    "새들군(군수 한여울)은 책을 실은 버스가 매주 한 번 마을 아홉 곳을 찾는다고 5일 밝혔다.",
    "회원증이 있으면 누구나 다섯 권까지 빌리고, 다음 주 같은 시간에 돌려주면 된다.",
)

HEADED = ("새들군, 물내나루에 쉼터", "새들군, 책 버스 마을 아홉 곳으로")


def page(title: str, story: tuple[str, ...]) -> bytes:
    paragraphs = "".join(f"<p>{each}</p>" for each in story)
    return f"<meta charset=utf-8><h1>{title}</h1>{paragraphs}".encode()


@pytest.fixture
def drafts(app, board, admin, tmp_path):
    """The drafts that a mail with this text and these files becomes, as by dropping it."""

    def land(text: str, files: dict[str, bytes], html="", subject="보도자료", sender="공보 담당"):
        mail = EmailMessage()
        mail["From"], mail["Subject"] = formataddr((sender, "press@saedeul.example")), subject
        mail["Date"] = "Thu, 05 Mar 2026 09:00:00 +0900"
        mail.set_content(text)
        if html:
            mail.add_alternative(html, subtype="html")
        for name, data in files.items():
            kind = ("image", "jpeg") if name.endswith("jpg") else ("text", "html")
            mail.add_attachment(data, *kind, filename=name)
        path = Path(tmp_path / "mail.eml")
        path.write_bytes(mail.as_bytes())
        batch = Batch(board, admin, "mail:1")
        return [
            batch.land(each).article
            for arriving in each_of([Enclosed("mail.eml", path)])
            for each in arriving.each
        ]

    return land


def test_two_releases_in_one_mail_are_two_drafts_each_with_its_photo(drafts):
    files = {
        "1. 버드나무 쉼터.html": page("새들군, 물내나루에 쉼터", WILLOWS),
        "2. 책 버스.html": page("새들군, 책 버스 마을 아홉 곳으로", BOOKS),
        "책 버스 사진.jpg": picture(size=(640, 480)).getvalue(),
    }
    first, second = drafts("오늘 보도자료 2건 보내드립니다.\n1. 쉼터\n2. 책 버스\n", files)
    assert (first.title, second.title) == (
        "새들군, 물내나루에 쉼터",
        "새들군, 책 버스 마을 아홉 곳으로",
    )
    assert first.attachments == [] and len(second.attachments + second.photos) == 1
    assert all("보도자료 2건이 든 메일" in each.origin.problems[0] for each in (first, second))


def test_the_same_release_in_two_formats_is_one_draft_with_the_other_attached(drafts):
    release = page("새들군, 물내나루에 쉼터", WILLOWS)
    (draft,) = drafts(
        "보내드립니다.", {"쉼터.html": release, "쉼터 (1).html": release + b"<p></p>"}
    )
    assert draft.origin.problems == [] or "보도자료" not in draft.origin.problems[0]


def test_a_release_of_one_sentence_is_a_draft_and_no_attachment(drafts):
    files = {
        "쉼터.html": page("새들군, 물내나루에 쉼터", WILLOWS),
        "책 버스.html": page("새들군, 책 버스", ("회원증이 있으면 누구나 빌린다.",)),
    }
    assert [draft.title for draft in drafts("보내드립니다.", files)] == [
        "새들군, 물내나루에 쉼터",
        "새들군, 책 버스",
    ]


def test_two_files_of_one_format_with_names_of_their_own_are_two_drafts(drafts):
    same = page("새들군, 물내나루에 쉼터", WILLOWS)
    assert len(drafts("2건 보내드립니다.", {"1. 쉼터.html": same, "2. 책 버스.html": same})) == 2


def test_an_enclosure_is_no_release_of_its_own(drafts):
    files = {
        "버드나무 쉼터.html": page("새들군, 물내나루에 쉼터", (*WILLOWS, WILLOWS[1])),
        "붙임. 책 버스 계획.html": page("책 버스 계획", BOOKS),
    }
    (draft,) = drafts("보내드립니다.", files)
    assert draft.title == "새들군, 물내나루에 쉼터"


def test_big_attachments_that_came_as_links_are_said_and_the_subject_is_the_title(drafts):
    table = "".join(
        f'<tr><td><a href="https://big.example/{n}">{n}.hwpx</a></td><td>24.1MB</td></tr>'
        for n in ("쉼터", "사진")
    )
    html = f"<div><b>대용량 첨부파일</b> 2개 (48.3MB)<table>{table}</table></div>"
    html += "<p>안녕하세요. 새들군 공보팀입니다.</p>"
    (draft,) = drafts("새들군입니다.", {}, html, subject="[보도자료] 물내나루 쉼터 열어")
    assert draft.title == "물내나루 쉼터 열어"
    assert "큰 첨부 2개는 링크로 왔습니다. 브라우저에서 받아" in draft.origin.problems[0]
    assert "hwpx" not in str(draft.body)
    assert draft.origin.released_on.isoformat() == "2026-03-05"
    assert draft.source == "새들군"


@pytest.mark.parametrize(
    ("sender", "office"),
    [
        ("새들군 공보팀", "새들군"),
        ("새들군청(홍보담당 이솔)", "새들군청"),
        ("새들군 보건소", "새들군 보건소"),
        ("이솔", ""),
        ("공보 담당", ""),
    ],
)
def test_the_sender_gives_a_release_that_names_nobody(drafts, sender, office):
    (draft,) = drafts("물내나루 쉼터 열어\n\n나루터에 나무를 심었다.", {}, sender=sender)
    assert draft.source == office


def test_three_releases_in_one_file_are_three_drafts(board, admin, tmp_path):
    heads = ("보 도 자 료 (1)", "보도자료 2.", "[보도자료 3]")
    stories = ((HEADED[0], WILLOWS), (HEADED[1], BOOKS), ("새들군, 빈집 고친다", WILLOWS))
    source = "".join(
        f"<p>{head}</p><h2>{title}</h2>" + "".join(f"<p>{each}</p>" for each in story)
        for head, (title, story) in zip(heads, stories, strict=True)
    )
    path = tmp_path / "셋.html"
    path.write_text(f"<meta charset=utf-8>{source}", encoding="utf-8")
    batch = Batch(board, admin, "drop:1")
    drafts = [
        batch.land(each).article
        for arriving in each_of([Enclosed("셋.html", path)])
        for each in arriving.each
    ]
    assert [draft.title for draft in drafts] == [title for title, _ in stories]
    assert "보도자료 3건이 든 파일" in drafts[0].origin.problems[0]


STORIES = (WILLOWS, BOOKS)


def told(head: str, between: str = "\n\n") -> str:
    """Two releases, each below this head."""
    return between.join(
        f"{head.format(n)}\n{title}\n\n" + "\n\n".join(story)
        for n, (title, story) in enumerate(zip(HEADED, STORIES, strict=True), 1)
    )


@pytest.mark.parametrize(
    "text",
    [
        told("[보도자료 {}]"),
        told("새들군 보도자료"),
        told("보 도 자 료\n2026. 3. 5.(목)"),
        told("", between="\n\n문의: 기획실 000-0000-0071\n\n==========\n\n"),
        "\n\n".join(f"제목: {h}\n\n" + "\n".join(s) for h, s in zip(HEADED, STORIES, strict=True)),
    ],
    ids=["numbered", "letterheads", "letterheads with dates", "rule", "labels"],
)
def test_two_releases_in_one_paste_are_two(text):
    first, second = PressRelease.each_in(text)
    assert (first.title, second.title) == HEADED
    assert text_of(first.body).split("\n") == list(WILLOWS)
    assert text_of(second.body).split("\n") == list(BOOKS)
    assert "보도자료 2건이 든 글이라" in second.problems[0]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADED[0]}\n\n"
        + "\n".join(WILLOWS)
        + "\n\n----------\n\n관련 기사\n새들군, 책 버스 나서",
        "\n\n".join(["보도자료\n" + "\n".join((HEADED[0], *WILLOWS))] * 2),
        "새들군 보도자료\n" + "\n".join(WILLOWS) + "\n보도자료\n자세한 내용은 붙임과 같다.",
    ],
    ids=["related", "sent twice", "a second letterhead"],
)
def test_one_release_in_a_paste_is_one(text):
    assert len(PressRelease.each_in(text)) == 1


def test_two_releases_in_the_text_of_a_mail_are_two_drafts(drafts):
    first, second = drafts("안녕하세요.\n\n" + told("보도자료"), {})
    assert (first.title, second.title) == HEADED
    assert "보도자료 2건이 든 메일이라" in first.origin.problems[0]


@pytest.mark.parametrize("mark", ["①②③", "□□□", "123"])
def test_a_collection_of_short_news_is_one_draft_that_says_so(drafts, mark):
    news = "".join(
        f"{each}{'.' if each.isdigit() else ''} 새들군 소식 하나\n\n{WILLOWS[1]}\n\n"
        for each in mark
    )
    (draft,) = drafts(f"새들군 주간 보도자료 모음\n\n새들군, 물내나루에 쉼터\n\n{news}", {})
    assert "짧은 소식 3건이 든 자료입니다. 따로 게재하려면" in draft.origin.problems[0]


def test_an_outline_is_no_collection():
    outline = "".join(f"□ 새들군 계획\n\n{WILLOWS[1]}\n\n" for _ in range(3))
    assert not PressRelease.read(f"새들군, 물내나루에 쉼터\n\n{outline}").problems
