"""Private-use characters of word processors, mapped to the signs that readers saw."""

import re

_BOXED = 0xF02B1  # Hangul's numbers in a box, one to twenty
_SIGNS = {
    0xF0854: "『",
    0xF0855: "』",
    # Wingdings and Symbol, as they come from Hangul and Word
    0xF06C: "●",
    0xF06D: "❍",
    0xF06E: "■",
    0xF06F: "□",
    0xF070: "□",
    0xF071: "❑",
    0xF072: "❒",
    0xF075: "◆",
    0xF076: "❖",
    0xF077: "◆",
    0xF09E: "·",
    0xF09F: "•",
    0xF0A1: "○",
    0xF0A2: "○",
    0xF0A7: "▪",
    0xF0A8: "□",
    0xF0B7: "•",
    0xF0D8: "▷",
    0xF0DA: "▷",
    0xF0DC: "▷",
    0xF0E0: "→",
    0xF0E8: "→",
    0xF0F0: "⇨",
    0xF0FC: "✓",
    0xF0FE: "☑",
    **{0xF081 + number: chr(0x2460 + number) for number in range(9)},
    **{0xF08C + number: chr(0x2776 + number) for number in range(9)},
    **{_BOXED + number: chr(0x2460 + number) for number in range(20)},
}
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def public(text: str) -> str:
    """The text without private-use characters: known signs mapped, the others dropped."""
    return _PRIVATE.sub(lambda found: _SIGNS.get(ord(found[0]), ""), text)


def sign(code: int) -> str:
    """The character for a code in a symbol font, counted from 0 or U+F000; "" when unknown."""
    return _SIGNS.get(0xF000 + code if code < 0x100 else code, "")
