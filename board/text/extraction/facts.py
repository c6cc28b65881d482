"""Article facts: date, author, organisation and embargo, read from the lines around a story."""

import datetime
import re
from dataclasses import dataclass, field

from board import clock
from board.text.extraction import boilerplate, embargo, offices
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.lines import SourceLine
from board.text.extraction.meta import ADDRESS, ArticleMeta

_RELEASE_BY = re.compile(r"[\[【(<]?\s*(.{2,25}?)\s+보\s?도\s?(?:참\s?고\s?|설\s?명\s?)?자\s?료.*")
_NOT_GIVER = re.compile(
    rf"{patterns.RELEASE_NAME}|(?:press|news)(?:\s?release|\b)|사진|즉\s?시|{patterns.DATE.pattern}"
    r"|\d{1,2}월\s?\d{1,2}일|\(?[월화수목금토일]\)|\d{1,2}:\d\d|총?\s?\d+\s?[쪽매장건]|[^\w가-힣·]+",
    re.IGNORECASE,
)
_GIVER = re.compile(
    r"\W*(?:배\s?포\s?(?:기관|처)|제\s?공\s?(?:기관|처)|기\s?관(?:명)?|보낸\s?(?:사람|이)|from)\s*[:：|\t]",
    re.I,
)
_RELEASE = re.compile(patterns.RELEASE_NAME)
_VALUE = re.compile(r"[^:：=|\t]*[:：=|\t]\s*(.+)")
_SENT = re.compile(r"(?:배\s?포|제\s?공)\s?(?:일\s?[시자]?)?\s*[:：|\t]?\s*(?=20\d\d)")
_SPREAD = re.compile(r"\W*(?:배\s?포|제\s?공\s?일|발\s?송|작\s?성\s?일)")

_TELLING = ("release-head", "embargo", "contact", "mail", "chat", "letter-foot")
_GREETING = re.compile(r"(?:^|[.!]\s)\s*(?:안녕하\S*\s)?\s*([^.!]{2,30}?)\s?(?:입니다|에서\s|드림)")
MOST_HEAD = 60  # characters of a line that is believed to name who gives the release


@dataclass(frozen=True)
class Guess:
    """A value read for `field`: title subtitles date organisation byline embargo or contact.

    `value` is text (ISO for dates); "" when the line was recognised but not understood; for an
    embargo "즉시" when the line says that there is none. `line` holds the words it was read from.
    """

    field: str
    value: str
    line: str


@dataclass
class Facts:
    """Collects facts with their source lines; more certain sources win over less certain ones."""

    date: datetime.date | None = None
    byline: str | None = None
    organisation: str | None = None
    embargo_line: str = ""
    office: str = ""  # a name alone in the letterhead, believed when nothing says more
    lines: dict[str, str] = field(default_factory=dict)
    _certainty: int = 0

    def learn(self, line: SourceLine, said: ArticleMeta | None = None) -> None:
        """Read facts from a line that will not be shown."""
        if said:
            self.learn_date(said.date, 1 if said.changed else 3, line.text)
            if said.author and offices.is_office(said.author):
                self.learn_organisation(said.author, line.text)
            else:
                self.learn_byline(said.author, line.text)
        elif line.kind in _TELLING:
            sent = _SENT.search(line.text) if line.kind == "embargo" else None
            found = boilerplate.dates_in(line.text[sent.end() :] if sent else line.text)
            spread = sent or (line.kind != "embargo" and _SPREAD.match(line.text))
            self.learn_date(found[0][1] if found else None, 3 if spread else 2, line.text)
            self._learn_giver(line)
            if line.kind == "embargo" and not self.embargo_line:
                self.embargo_line = line.text
        elif line.kind == "letter" and (greeting := _GREETING.search(line.text)):
            if not self.office and (office := offices.sender_in(greeting[1])):
                self.office, self.lines["office"] = office, line.text
        elif line.kind == "byline":
            bare = ADDRESS.sub("", line.text).removeprefix("기자명")
            self.learn_byline(bare.strip(" =/("), line.text)
        elif line.kind == "source":
            value = _VALUE.fullmatch(line.text)
            self.learn_organisation(value[1].strip(" )]") if value else None, line.text)

    def learn_date(self, found: datetime.date | None, certainty: int, line: str) -> None:
        if found and certainty > self._certainty:
            self.date, self._certainty = found, certainty
            self.lines["date"] = line

    def learn_byline(self, name: str | None, line: str) -> None:
        if name and not self.byline:
            self.byline, self.lines["byline"] = name, line

    def learn_organisation(self, name: str | None, line: str) -> None:
        if name and not self.organisation:
            self.organisation, self.lines["organisation"] = name, line

    def embargo(self, today: datetime.date | None) -> datetime.datetime | None:
        """The embargo as an aware datetime in Seoul, or None."""
        near = self.date or today or clock.today()
        return embargo.read(self.embargo_line, near) if self.embargo_line else None

    def believe_office(self) -> None:
        """Use the letterhead's or the sender's name where nothing more certain was found."""
        apart = re.fullmatch(r"\S(?:\s+\S)+", self.office)  # 솔 내 시, as letterheads have it
        office = "".join(self.office.split()) if apart else self.office
        self.learn_organisation(office, self.lines.get("office", self.office))

    def guesses(self, until: datetime.datetime | None) -> list[Guess]:
        """Everything read, each value with its source line."""
        found = []
        if self.date:
            found.append(Guess("date", self.date.isoformat(), self.lines["date"]))
        if self.organisation:
            line = self.lines["organisation"]
            found.append(Guess("organisation", self.organisation, line))
        if self.byline:
            found.append(Guess("byline", self.byline, self.lines["byline"]))
        if self.embargo_line:
            none = "즉시" if embargo.is_none(self.embargo_line) else ""
            found.append(Guess("embargo", until.isoformat() if until else none, self.embargo_line))
        return found

    def _learn_giver(self, line: SourceLine) -> None:
        text = line.text
        by = None
        if line.kind == "release-head":
            by = _RELEASE_BY.fullmatch(text)
        if by and not _NOT_GIVER.match(by[1]):
            self.learn_organisation(offices.name_in(by[1].strip(" [【(<|")), text)
        elif _GIVER.match(text):
            value = _VALUE.fullmatch(text)
            giver = ADDRESS.sub(" ", value[1]).strip(' "<>') if value else ""
            if line.kind == "mail":  # may only have sent it on
                self.office, self.lines["office"] = giver, text
            else:
                self.learn_organisation(giver, text)
        elif line.kind == "release-head" and _RELEASE.search(text) and len(text) <= MOST_HEAD:
            giver = " ".join(_NOT_GIVER.sub(" ", text).split())
            self.learn_organisation(offices.name_in(giver), text)
