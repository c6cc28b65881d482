"""The forms that offices give their releases, each to be filled with any headline.

A form is a function from a headline's lines and its subtitles to the HTML that `board.text.documents`
makes of such a file. `WORDINGS` are headlines of six kinds, for what reads a noun well may take a
sentence for the story.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

WORDINGS: dict[str, tuple[str, ...]] = {
    "noun": ("새들군, 물내나루에 쉼터 세 곳 새로 마련",),
    "sentence": ("물내나루 쉼터를 올해도 누구나 거저 쓸 수 있습니다.",),
    "question": ("물내나루 쉼터는 왜 밤에도 불을 켜 둘까?",),
    "quotation": ("“쉬어 가세요” 물내나루에 쉼터 세 곳",),
    "two lines": ("물내나루 둔치 쉼터 세 곳", "밤 아홉 시까지 문 연다"),
    "three lines": ("물내나루 둔치에", "쉼터 세 곳 마련하고", "밤 아홉 시까지 문 연다"),
    "figures": ("물내나루 쉼터 3곳에 의자 120개·나무 45그루",),
}
SUBTITLES = ("둔치와 나루터, 옛 창고에", "어르신 쉼자리 먼저 넓혀")
STORY = (
    "새들군(군수 한여울)은 물내나루 둔치에 누구나 쉬어 갈 수 있는 쉼터 세 곳을 마련했다고 5일 밝혔다.",
    "쉼터는 아침 일곱 시부터 밤 아홉 시까지 열며, 비 오는 날에도 앉을 수 있게 지붕을 얹었다.",
    "한여울 군수는 “나루를 찾는 이웃이 오래 머물기를 바란다”고 말했다.",
)
CONTACT = (
    "<table><tr><td>담당 부서</td><td>나루가꾸기과</td><td>책임자</td><td>과 장 이솔 (000-000-0061)</td></tr>"
    "<tr><td></td><td>쉼터팀</td><td>담당자</td><td>주무관 권하늬 (000-000-0062)</td></tr></table>"
)
LOGO = "<figure><img src='picture:0' alt=''></figure>"
WHEN = (
    "<table><tr><td><h3>보도시점</h3></td><td><h3>2026. 3. 5.(목) 12:00</h3></td>"
    "<td><h3>배포</h3></td><td><h3>2026. 3. 5.(목) 09:00</h3></td></tr></table>"
)


@dataclass(frozen=True)
class Form:
    """A form, and what is to be read from it beside the headline."""

    name: str
    write: Callable[[tuple[str, ...], tuple[str, ...]], str]
    organisation: str = "새들군"
    subtitles: tuple[str, ...] = SUBTITLES
    date: str | None = "2026-03-05"
    embargo: str | None = None
    left_out: tuple[str, ...] = ("이솔", "000-000-0062", "보도시점")


def standard(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """The government's: a frame with the headline in one row and the subtitles in the next."""
    below = "".join(f"<p>- {each}</p>" for each in subtitles)
    frame = f"<table><tr><td>{_drawn(headline)}</td></tr><tr><td>{below}</td></tr></table>"
    return _head("보도자료") + WHEN + frame + _story() + CONTACT


def of_a_ministry(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """The name of the office stands in the letterhead, and only there."""
    story = _story().replace("새들군(군수 한여울)은", "부는").replace("한여울 군수", "담당 국장")
    head = _head("새들나루부</strong></h2><h2><strong>보도참고자료")
    return head + WHEN + _one_frame(headline, subtitles) + story + CONTACT


def of_a_deed(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """동정자료 is the name of the kind, never a title."""
    return _head("동정자료") + WHEN + _one_frame(headline, subtitles) + _story() + CONTACT


def anchored_above(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """The headline's frame was anchored before the moment of release, and somebody broke the first
    paragraph by hand."""
    first = STORY[0].replace("쉼터 세 곳을 ", "쉼터 세 곳을</p><p>")
    broken = _paragraphs((first, *STORY[1:]))
    return _head("보도자료") + _one_frame(headline, subtitles) + WHEN + broken + CONTACT


def anchored_within(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """The headline's frame was anchored in the middle of a paragraph broken by hand."""
    first, rest = STORY[0].split("쉼터 세 곳을 ")
    broken = f"<p>{first}쉼터 세 곳을</p>{_one_frame(headline, subtitles)}<p>{rest}</p>"
    return _head("보도자료") + WHEN + broken + _paragraphs(STORY[1:]) + CONTACT


def at_once(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    when = WHEN.replace("2026. 3. 5.(목) 12:00", "배포 즉시")
    return _head("보도자료") + when + _one_frame(headline, subtitles) + _story() + CONTACT


def in_triangles(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """Subtitles with ▴ in the headline's cell, a stray sign, and a footnote."""
    below = "".join(f"<p>▴ {each}</p>" for each in subtitles)
    note = "<p>`</p><p>* 지난해 쉬어 간 이(명): (6월) 1,200 (7월) 3,400</p>"
    frame = f"<table><tr><td>{_drawn(headline)}{below}{note}</td></tr></table>"
    return _head("보도자료") + WHEN + frame + _story() + CONTACT


def in_circles(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """Subtitles and story are lines with the same mark."""
    marked = (*subtitles, *STORY)
    return (
        _head("보도자료")
        + WHEN
        + _drawn(headline)
        + _paragraphs([f"○ {x}" for x in marked])
        + CONTACT
    )


def of_a_corporation(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """Only the first sentence says whose release it is."""
    story = _story().replace("새들군(군수 한여울)", "새들나루공사(사장 한여울)")
    below = "".join(f"<p>- {each}</p>" for each in subtitles)
    return f"<p>NEWS | 보도자료</p><p>2026. 3. 5.(목)</p>{_drawn(headline)}{below}{story}{CONTACT}"


def letter_in_cells(headline: tuple[str, ...], _: tuple[str, ...]) -> str:
    cells = (("수신", "수신자 참조"), ("(경유)", ""), ("제목", " ".join(headline)))
    rows = "".join(f"<tr><td>{label}</td><td>{words}</td></tr>" for label, words in cells)
    return f"<p>물이 노래하는 고장</p><h2>새 들 군</h2><table>{rows}</table>{_letter()}"


def letter_in_lines(headline: tuple[str, ...], _: tuple[str, ...]) -> str:
    head = f"<p>수신  각 언론사</p><p>(경유)</p><p>제목  {' '.join(headline)}</p>"
    return f"<h2>새 들 군</h2>{head}{_letter()}"


def of_a_school(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """No letterhead: the headline first, who to ask at the foot."""
    story = _story().replace("새들군(군수 한여울)은", "새들중학교 나루 동아리가")
    below = "".join(f"<p>{each}</p>" for each in subtitles)
    return f"{_drawn(headline)}{below}{story}<p>문의: 새들중학교 교무실 000-000-0063</p>"


def under_one_line(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """A letterhead in one line, with a slogan in it, and sections of noun endings below."""
    head = "<p>새들교육지원청 함께 크는 배움터 보 도 자 료 2026. 3. 5.(목) 총 2매(붙임 1매)</p>"
    below = "".join(f"<p>◇ {each}</p>" for each in subtitles)
    story = (
        "□ 마련 까닭",
        "○ 나루를 찾는 어린이 한 해 스무 학교",
        "□ 앞으로",
        "○ 4월까지 길 안내판 세움",
    )
    return f"{head}{_drawn(headline)}{below}{_paragraphs(story)}"


def in_labels(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """의뢰서: every part has its label, with a circle before it."""
    parts = (
        "의뢰일 : 2026년 3월 5일(목)",
        f"제목 : {' '.join(headline)}",
        f"부제 : {subtitles[0]}",
    )
    head = _paragraphs([f"○ {part}" for part in parts])
    return f"<h2>보 도 의 뢰 서</h2>{head}{_story()}"


def sent_by_a_letter(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    """An official letter that only sends the release below it."""
    head = "<p>수신  각 언론사</p><p>(경유)</p><p>제목  보도자료 제공(물내나루 쉼터)</p>"
    words = (
        "<p>1. 귀 사의 발전을 빕니다.</p><p>2. 아래와 같이 보도자료를 보냅니다.</p><p>- 아 래 -</p>"
    )
    below = "".join(f"<p>- {each}</p>" for each in subtitles)
    return f"<h2>새 들 군</h2>{head}{words}{_drawn(headline)}{below}{_story()}<h2>새 들 군 수</h2>"


NOON = "2026-03-05T12:00"
LETTER = {"subtitles": (), "date": None, "left_out": ("수신자", "주무관")}
FORMS = (
    Form("standard", standard, embargo=NOON),
    Form("of a ministry", of_a_ministry, embargo=NOON, organisation="새들나루부"),
    Form("of a deed", of_a_deed, embargo=NOON),
    Form("anchored above", anchored_above, embargo=NOON),
    Form("anchored within", anchored_within, embargo=NOON),
    Form("at once", at_once),
    Form("in triangles", in_triangles, embargo=NOON),
    Form("in circles", in_circles, embargo=NOON),
    Form("of a corporation", of_a_corporation, organisation="새들나루공사"),
    Form("letter in cells", letter_in_cells, **LETTER),
    Form("letter in lines", letter_in_lines, **LETTER),
    Form("under one line", under_one_line, organisation="새들교육지원청", left_out=("총 2매",)),
    Form("in labels", in_labels, subtitles=SUBTITLES[:1], left_out=("의뢰일",)),
    Form("sent by a letter", sent_by_a_letter, date=None, left_out=("귀 사의", "수신")),
    Form(
        "of a school", of_a_school, organisation="새들중학교", date=None, left_out=("000-000-0063",)
    ),
)


def _head(name: str) -> str:
    return f"<table><tr><td>{LOGO}</td><td><h2><strong>{name}</strong></h2></td><td>{LOGO}</td></tr></table>"


def _one_frame(headline: tuple[str, ...], subtitles: tuple[str, ...]) -> str:
    below = "".join(f"<p>- {each}</p>" for each in subtitles)
    return f"<table><tr><td>{_drawn(headline)}{below}</td></tr></table>"


def _drawn(headline: tuple[str, ...]) -> str:
    return "".join(f"<h2><strong>{line}</strong></h2>" for line in headline)


def _story() -> str:
    return _paragraphs(STORY)


def _paragraphs(lines: tuple[str, ...] | list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _letter() -> str:
    text = (
        "1. 나루 가꾸기 조례 제3조와 관련입니다.",
        "2. 쉼터를 다음과 같이 여오니 널리 알려 주시기 바랍니다.",
    )
    return _paragraphs(text) + "<h2>새 들 군 수</h2><p>주무관 권하늬  나루가꾸기과장 이솔</p>"
