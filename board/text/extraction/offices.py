"""Offices: how the names of those who give releases are written."""

import re

OFFICE = re.compile(
    r"[가-힣A-Za-z0-9· ]{1,22}(?:시|군|구|도|읍|면|부|처|청|본부|의회|학교|병원|은행|연구[원소]"
    r"|사업소|관리소|출장소|회의소|합창단|봉사단|교육지원청|경찰서|소방서|보건소|재단|공단|공사|센터"
    r"|도서관|박물관|협회|연합회|위원회|조합|대학교?|원|회|팀|실|과|관실|담당관)"
)
_DEPARTMENT = re.compile(r".*(?:실|과|팀|관|계|국|단|처|회)")
# 새들군(군수 한여울)은: who gives a release is named so in its first sentence.
GIVER = re.compile(
    r"(?:^|[\s,‘“\"'(\[])((?:㈜|\(주\)|\(재\)|\(사\))?[가-힣A-Za-z0-9·]{2,20}(?:\s[가-힣A-Za-z0-9·]{2,16}){0,2})\s?\("
    r"(?:[A-Za-z .]{2,30},\s)?"
    r"(?:[가-힣]{0,8}(?:장|지사|장관|차관|교육감|총재|대표(?:이사)?|군수|위원장|총장)(?:\s?직무대[행리])?)\s[가-힣]{2,5}"
    r"(?:,[^()]{0,20})?(?:,?\s?이하\s?[^()]{1,14})?\)"
)
BEGUN = re.compile(  # 새들군은, 물내소방서가
    r"\W*([가-힣A-Za-z0-9]{2,14}(?:시|군|구|청|부|처|의회|학교|대학|경찰서|소방서|보건소|사업소|재단|공단|공사|센터|도서관"
    r"|박물관|연구원|위원회|협회|진흥원|교육원|의료원|병원|은행|조합|연대|악단|합창단|봉사단|회의소))(?:은|는|이|가)\s"
    r"|\W*(?:[가-힣·A-Za-z]{1,10}\s){0,4}(?:기업|스타트업|업체|단체|법인)\s((?:㈜)?[가-힣A-Za-z]{2,15})(?:이|가|은|는)\s"
)
_WHOLE = re.compile(r"(?!.*(?:과|팀|실|담당관|면|읍|회)$).{3,}|.+(?:의회|협회|연합회|위원회)")
_JOINT = re.compile(r"\s(?:공동|합동)$")


def is_office(name: str) -> bool:
    """Whether the name is an office's, and not of one of its departments."""
    return OFFICE.fullmatch(name) is not None and _DEPARTMENT.fullmatch(name) is None


def name_in(text: str) -> str | None:
    """The office's name in a letterhead, where slogans stand beside it; None without one."""
    words = _JOINT.sub("", text).split()
    able = (i for i, word in enumerate(words) if _is_office(word) and _WHOLE.fullmatch(word))
    first = next(able, None)
    if first is None:
        return None
    below = range(first + 1, len(words))  # 새들군 보건소
    last = next((i for i in below if not _is_office(f"{words[first]} {words[i]}")), len(words))
    return " ".join(words[first:last])


def sender_in(text: str) -> str | None:
    """The office's name in a sender's, without its department; None without one."""
    words = (name_in(" ".join(re.findall(r"[가-힣A-Za-z0-9·]+", text))) or "").split()
    while len(words) > 1 and not is_office(" ".join(words)):
        words.pop()
    return " ".join(words) or None


def _is_office(words: str) -> bool:
    return OFFICE.fullmatch(words) is not None
