"""Photo credits: who took a photo, read from its caption."""

import re

_IN_BRACKETS = re.compile(
    r"\s*[(\[<〈【]\s*(?:자료\s?)?사진\s?(?:제공|출처|촬영)?\s*[=:：/]\s*([^)\]>〉】]{1,60}?)"
    r"\s*(?:제공)?\s*[)\]>〉】]\s*"
)
_AT_THE_END = re.compile(
    r"[\s./|·]*(?:^|(?<=[\s./|·]))(?:자료\s?)?사진\s?(?:제공|출처|촬영)\s*[=:：/]?\s*(\S.{0,58}?)\s*$|"
    r"[\s./|·]*(?:^|(?<=[\s./|·]))사진\s*[=:：]\s*(\S.{0,58}?)\s*제공\s*$"
)
_LABEL = re.compile(
    r"^\s*[\[(<〈【]\s*(?:자료\s?)?사진(?:\s?설명|\s?\d+)?\s*[\])>〉】]\s*[:：]?\s*"
)


def credited(words: str) -> tuple[str, str]:
    """(caption, credit): `개막식 (사진=솔내시)` credits 솔내시."""
    credit = ""
    found = _IN_BRACKETS.search(words) or _AT_THE_END.search(words)
    if found:
        credit = next(group for group in found.groups() if group).strip()
        words = f"{words[: found.start()]} {words[found.end() :]}"
    return _LABEL.sub("", words).strip(), credit
