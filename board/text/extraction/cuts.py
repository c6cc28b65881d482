"""Extraction cuts: what was left out of a pasted page, and why."""

from dataclasses import dataclass, field

LABELS = {
    "menu": "메뉴와 위치 표시",
    "button": "공유·기능 단추",
    "title-repeat": "되풀이된 제목",
    "meta": "작성 정보",
    "counter": "추천·조회·방문 수",
    "mail": "메일 머리글",
    "chat": "대화 이름과 시각",
    "letter-foot": "공문 발신 정보",
    "letter": "인사말",
    "release-head": "보도자료 머리",
    "embargo": "보도 시점",
    "slogan": "구호",
    "logo": "머리글 그림",
    "enclosure": "붙임 목록",
    "contact": "담당자와 연락처",
    "label": "말머리",
    "byline": "기자 이름",
    "source": "제공 기관",
    "caption": "사진 설명",
    "photo": "사진",
    "film": "영상과 끼워 넣은 화면",
    "tags": "검색어",
    "related": "관련 기사",
    "comments": "댓글",
    "board-list": "게시판 목록",
    "footer": "발행 정보와 저작권 문구",
    "end-mark": "끝 표시",
    "rule": "구분선",
}


@dataclass(frozen=True)
class Cut:
    """One line left out; `kind` is a key of LABELS."""

    kind: str
    text: str
    place: int = field(default=0, compare=False, repr=False)

    @property
    def label(self) -> str:
        """The kind of line, in Korean."""
        return LABELS[self.kind]

    def __str__(self) -> str:
        return f"{self.label}: {self.text}"


class Cuts:
    """Collects what is left out while a page is read."""

    def __init__(self) -> None:
        self._found: list[Cut] = []

    def add(self, kind: str, text: str, place: int) -> None:
        if text.strip():
            self._found.append(Cut(kind, text.strip(), place))

    def give_back(self, kind: str, places: set[int]) -> None:
        """Restore the lines at these places, whole: nothing taken off them is a cut."""
        self._found = [cut for cut in self._found if cut.kind != kind or cut.place not in places]

    def in_order(self) -> tuple[Cut, ...]:
        return tuple(sorted(self._found, key=lambda cut: cut.place))
