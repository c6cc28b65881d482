"""Contact extraction: host and messenger names in a text, plain or clearly disguised."""

import re

from board.text.plain import fold

# Endings under which addresses are handed out; without one a dot between letters is only a dot.
_ENDINGS = """
    ai app asia be biz cc click club cn co com dev example fun gg gl icu info io jp kr link live ly me
    mobi net online org pro ru shop site space store to top tv uk us vip website xyz 한국 닷컴 닷넷
""".split()
_ENDING = "|".join(_ENDINGS)
_DISGUISES = (
    (re.compile("。"), "."),
    (re.compile(r"h(?:xx|\*\*|tt\s)p(?=s?\s?:)"), "http"),
    (re.compile(r"\s?[\[({<]\s?(?:\.|dot|점|닷|쩜)\s?[\])}>]\s?"), "."),
    (
        re.compile(
            rf"(?<=[a-z0-9])\s?(?:점|닷|쩜|dot)\s?(?=(?:{_ENDING}|컴(?!퓨|퍼|백)|넷(?!이|째|플))(?![a-z]))"
        ),
        ".",
    ),
    (re.compile(r"(?<=[a-z0-9]\.)\s?컴"), "com"),
    (re.compile(r"(?<=[a-z0-9]\.)\s?넷"), "net"),
)
_LINK = re.compile(r"https?://(?:[^\s/@]*@)?([^\s/?#:@\"'<>()]+)")
_BARE = re.compile(rf"(?<![@a-z0-9_./-])((?:[a-z0-9-]+\.)+(?:{_ENDING}))(?![a-z0-9-]|\.[a-z0-9])")
_KOREAN = re.compile(
    r"(?<![@가-힣a-z0-9_./-])([가-힣a-z0-9-]+\.(?:com|net|org|(?:co\.)?kr|shop|site))(?![a-z0-9-])"
)
# With a path behind it any ending will do: short links have the strangest.
_SHORT = re.compile(
    r"(?<![@a-z0-9_./-])((?:[a-z0-9-]*[a-z][a-z0-9-]*\.)+[a-z]{2,6})/[a-z0-9_-]{2,}"
)
# Names under which others are registered; nobody lives at one itself, so writing it means the rule.
_SUFFIXES = frozenset(
    f"{second}.kr" for second in "ac co es go hs kg mil ms ne or pe re sc".split()
)
_PARTICLE = re.compile(r"(?<=\.)([a-z][a-z0-9-]*)[^a-z0-9.-].*")
_TALKED_OF = re.compile(
    r"['\"’”]?\s?(?:으?로|이라고)\s?(?:끝[나난날]|시작(?:하는|한|되는|된|합니다))"
)
_MESSENGER = re.compile(
    r"(?:카톡|까톡|카카오톡|텔레그램|텔레|위챗|라인)\s*(?:아이디|id|친추|친구\s?추가|추가|문의|상담)[은는:\s]{0,3}"
    r"@?([a-z][a-z0-9_.-]{3,})|(?:텔레그램|텔레|텔그)\s*@\s?([a-z][a-z0-9_]{3,})"
)


def hosts(text: str) -> list[str]:
    """The hosts a text names, lower case, unique, in order; also hxxp:, 점com and [.]."""
    text = fold(text)
    for disguise, plain in _DISGUISES:
        text = disguise.sub(plain, text)
    matches = (match for form in (_LINK, _BARE, _KOREAN, _SHORT) for match in form.finditer(text))
    found = sorted(
        (match.start(), _PARTICLE.sub(r"\1", match[1]).rstrip("."))
        for match in matches
        if not _TALKED_OF.match(text, match.end())
    )
    named = dict.fromkeys(host for _, host in found if "." in host)
    return [host for host in named if host not in _SUFFIXES]


def messengers(text: str) -> list[str]:
    """The messenger ids a text gives, unique."""
    found = _MESSENGER.finditer(fold(text))
    return list(dict.fromkeys(match[1] or match[2] for match in found))
