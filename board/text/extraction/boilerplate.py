"""Boilerplate detection: lines of a page, mail or release that their own words identify.

Rules that need to know where a line stands are in `head` and `tail`.
"""

from datetime import date
from itertools import pairwise

from board.text import korean
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction import offices
from board.text.extraction.lines import SourceLine

LONG_SENTENCE = 30  # characters from which a sentence is surely part of a story
UNPOINTED_SENTENCE = 60  # the same for one whose full stop was forgotten
LONGEST = 200  # characters; no boilerplate but a footer is longer


def name_all(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines, with `kind` set where their own words or their neighbours identify them."""
    for line in lines:
        if line.kind is None:
            line.kind = _kind_of(line)
    if not is_mail(lines):  # a notice too may say "날짜:" or "첨부:"
        for line in lines:
            line.kind = None if line.kind == "mail" else line.kind
    for line, following in pairwise(lines):
        if line.kind is None and line.text.endswith("목록") and following.kind == "board-list":
            line.kind = "board-list"
    _name_boxes(lines)
    return lines


def is_mail(lines: list[SourceLine]) -> bool:
    """Whether the text has mail headers."""
    return any(line.kind == "mail" and patterns.MAIL_SENDER.match(line.text) for line in lines)


def ends_sentence(text: str) -> bool:
    """Whether the text ends like a sentence, however short it is."""
    return patterns.CLEAR_END.search(text) is not None


def is_sentence(text: str) -> bool:
    """Whether the text surely belongs to a story: long, and ending like a sentence."""
    if len(text) >= UNPOINTED_SENTENCE and patterns.UNPOINTED_END.search(text):
        return True
    ended = ends_sentence(text) or patterns.INNER_END.search(text)
    return len(text) >= LONG_SENTENCE and bool(ended)


def is_announced(text: str) -> bool:
    """Whether the sentence tells what somebody announced: a release begins so, no headline does."""
    return bool(patterns.ANNOUNCED.search(text) or offices.GIVER.search(text))


def is_letter(text: str) -> bool:
    """Whether the text is what people write around a release in a mail."""
    return len(text) <= LONGEST and patterns.LETTER.fullmatch(text) is not None


def dates_in(text: str) -> list[tuple[str, date]]:
    """(as written, date) of each date in a line."""
    found = []
    for match in patterns.DATE.finditer(text):
        day = korean.parse_date(match[0].strip("'’‘ "))
        if day:
            found.append((match[0], day))
    for match in patterns.ENGLISH_DATE.finditer(text):
        month = patterns.MONTHS.index(match[2].lower()) + 1
        day = korean.parse_date(f"{match[3]}-{month}-{match[1]}")
        if day:
            found.append((match[0], day))
    return found


def _name_boxes(lines: list[SourceLine]) -> None:
    """Mark contact boxes: a telephone number outside one belongs to the story."""
    for rows in (lines, lines[::-1]):
        before: str | None = None
        for line in rows:
            if line.kind == "contact-detail" and before == "contact":
                line.kind = "contact"
            before = line.kind
    for line in lines:
        line.kind = None if line.kind == "contact-detail" else line.kind


def _kind_of(line: SourceLine) -> str | None:
    text = " ".join(line.text.split()) if line.is_block else line.text
    if _is_footer(text):
        return "footer"
    if line.tag in ("ul", "ol"):
        return _kind_of_list(line, text)
    if line.tag == "table":
        return _kind_of_table(line)
    return _kind_by_rules(text)


def _kind_by_rules(text: str) -> str | None:
    if len(text) > LONGEST:
        return None
    for kind, rule in patterns.RULES:
        if rule.fullmatch(text) and not (kind in patterns.NOT_SENTENCES and is_sentence(text)):
            return kind
    return None


def _kind_of_list(line: SourceLine, text: str) -> str | None:
    items = [item.removeprefix("- ") for item in line.text.split("\n")]
    if all(_kind_by_rules(item) in ("button", "counter") for item in items):
        return "button"
    return "menu" if line.linked > 0.6 and not is_sentence(text) else None


def _kind_of_table(line: SourceLine) -> str | None:
    rows = line.text.split("\n")
    if all(patterns.BOX_ROW.match(row) for row in rows):
        return "contact"
    if all(patterns.FILE_ROW.fullmatch(row) for row in rows):
        return "enclosure"
    # Its caption stands above the row of column names.
    return "board-list" if any(patterns.COLUMN_ROW.fullmatch(row) for row in rows[:3]) else None


def _is_footer(text: str) -> bool:
    weak = len({match.lower() for match in patterns.FOOTER_WEAK.findall(text)})
    strong = patterns.FOOTER_STRONG.search(text) is not None
    if len(text) > LONG_SENTENCE and ends_sentence(text):
        return weak >= 4 or (strong and (weak >= 2 or len(text) < 120))
    return weak >= 3 or strong
