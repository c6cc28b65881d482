"""Mail heads: what a mail program shows above a message that is copied out of its window."""

import re

from board.text.extraction.lines import SourceLine, of_text

_LABEL = re.compile(
    r"제\s*목|부\s*제(?:목)?|보낸\s?(?:사람|이|날짜|시간)|받는\s?(?:사람|이)|(?:숨은\s?)?참조|from|to|cc|subject",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"(?:보낸\s?(?:사람|이)|받는\s?(?:사람|이)|from)\s*[:：\t].*|to\s(?:나|me)\b.*", re.IGNORECASE
)
_HEAD = re.compile(
    r"(?:(?:숨은\s?)?참조|보낸\s?(?:날짜|시간)|날짜|to|cc)\s*[:：\t].*|<?[\w.+-]+@[\w.-]+>?(?:,.*)?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"[-\s]*(?:제\s*목|subject)\s*[:：\t]\s*\S.*", re.IGNORECASE)
_DATE = re.compile(r"(?:\d{4}\s?년\s?)?\d{1,2}\s?월\s?\d{1,2}\s?일\s?\([월화수목금토일]\).{0,20}")
MOST_ABOVE = 2  # lines from the subject to the first label: Gmail has the sender's name between
LONGEST_HEAD = 14  # lines


def joined(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines; a label that stands alone gets the next line as its value, after a tab."""
    found: list[SourceLine] = []
    waits = False
    for line in lines:
        label = found[-1] if waits else None
        if label and line.gap == 0 and not line.is_block and not _LABEL.fullmatch(line.text):
            found[-1] = of_text(f"{label.text}\t{line.text}", label.gap, tag=label.tag)
            waits = False
            continue
        waits = not line.is_block and line.kind is None and bool(_LABEL.fullmatch(line.text))
        found.append(line)
    return found


def name(lines: list[SourceLine]) -> SourceLine | None:
    """Mark the head as "mail"; the line with the subject, or None where there is no head."""
    first = next((i for i, x in enumerate(lines) if _SENDER.fullmatch(x.text)), None)
    if first is None or any(x.kind is None and len(x.text) > 200 for x in lines[:first]):
        return None
    said = next((x for x in lines[: first + LONGEST_HEAD] if _SUBJECT.fullmatch(x.text)), None)
    above = [x for x in lines[max(first - MOST_ABOVE, 0) : first] if x.kind is None]
    head = lines[first : first + LONGEST_HEAD]
    for line in above:
        line.kind = "mail"
    for line in head:
        if line.kind is None and any(x.fullmatch(line.text) for x in (_SENDER, _HEAD, _DATE)):
            line.kind = "mail"
    if said:
        said.kind = "mail"
    return said or (above[0] if above else None)
