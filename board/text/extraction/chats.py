"""Chat copies: the names and times that KakaoTalk puts around messages, told from what was said."""

import re
from collections import Counter

from board.text.extraction.lines import SourceLine, of_text

_CLOCK = r"(?:오전|오후)?\s?\d{1,2}:\d\d(?:\s?[AP]M)?"
_SENT = re.compile(  # [새들군 공보] [오전 8:41] … from a computer, 2026년 3월 5일 오전 8:41, 새들군 : … exported
    rf"(?P<head>\[(?P<who>[^\[\]]{{1,40}})\]\s?\[{_CLOCK}\]"
    rf"|\d{{4}}년 \d{{1,2}}월 \d{{1,2}}일 {_CLOCK}, (?P<name>[^:]{{1,40}}?)\s?:)\s*(?P<said>.*)"
)
_DAY = re.compile(
    r"[-\s]*\d{4}년 \d{1,2}월 \d{1,2}일(?: [월화수목금토일]요일)?[-\s]*"
    r"|.{1,40}님(?:이|과).{0,40}(?:들어왔|나갔|초대했)습니다\.?"
)
_NOT_WORDS = re.compile(
    r"(?:사진|동영상)(?: \d+장)?|이모티콘|음성\s?메시지|삭제된 메시지입니다\.?|(?:파일|지도|연락처)\s?: .*|#검색.*"
)


def name_frame(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines, with heads of messages as lines of the kind "chat"; the others as they are.

    So are messages that are no words, and those of everybody but who said the most.
    """
    if not any(_SENT.fullmatch(line.text) for line in lines):
        return lines
    found: list[tuple[str, SourceLine]] = []
    who = ""
    for line in lines:
        sent = _SENT.fullmatch(line.text)
        if sent:
            who = sent["who"] or sent["name"]
            found.append((who, of_text(sent["head"], line.gap, "chat")))
            if sent["said"]:
                found.append((who, of_text(sent["said"], 0, _kind(sent["said"]))))
        else:
            line.kind = line.kind or _kind(line.text)
            found.append((who, line))
    said: Counter[str] = Counter()
    for speaker, line in found:
        said[speaker] += len(line.text) if line.kind is None else 0
    giver = said.most_common(1)[0][0]
    for speaker, line in found:
        line.kind = line.kind if speaker == giver else "chat"
    return [line for _, line in found]


def _kind(text: str) -> str | None:
    return "chat" if _DAY.fullmatch(text) or _NOT_WORDS.fullmatch(text) else None
