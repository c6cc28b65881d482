"""Release HTML brought into one shape: few elements, well nested, no empty ones, linear time.

Word processors and web pages hand over div, span and br soup. Here it becomes paragraphs,
headings, lists, tables and figures. Safety is not decided here; `sanitising` lets nh3 do that.
"""

import html
import re
from collections import Counter

from board.text import figures, markup, plain

MOST_NESTED = 40  # blocks within blocks; deeper ones lose their tags and keep their words
MOST_INLINE = 24  # bold in italic in link …

_RENAMED = {
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "strike": "s",
    "del": "s",
    "ins": "u",
    "tfoot": "tbody",
}
_INLINE = frozenset(("strong", "b", "em", "i", "u", "s", "a"))
_HEADINGS = frozenset(("h2", "h3", "h4"))
_LISTS = frozenset(("ul", "ol"))
_SECTIONS = frozenset(("thead", "tbody"))
_CELLS = frozenset(("td", "th"))
_LINES_ONLY = _HEADINGS | {"caption", "figcaption"}
_HOLDS_TEXT = _LINES_ONLY | _CELLS | {"p", "li"}
_WALLS = _CELLS | {"table", "li", "blockquote"}  # formats do not leak out of these
_KEPT_EMPTY = _CELLS | {"root"}

_SPACES = re.compile(r"\s+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SMALL = {
    "sup": (_RAISED, re.compile(r"[0-9+\-=()n]+")),
    "sub": (_LOWERED, re.compile(r"[0-9+\-=()]+")),
}


def shaped(source: str, most_tags: int, pictures: tuple[str, ...] = ()) -> str:
    """The HTML in our shape; OverflowError when it has more than `most_tags` tags.

    `pictures` are the schemes a picture from elsewhere may have: none where readers see it.
    """
    shape = _Shape(pictures)
    count = 0
    for kind, name, raw in markup.tokens(source):
        if kind == "text":
            shape.text(raw)
            continue
        count += 1
        if count > most_tags:
            raise OverflowError(most_tags)
        name = _RENAMED.get(name, name)
        if kind == "start":
            shape.start(name, raw)
        else:
            shape.end(name)
    return shape.read()


def address(value: str, schemes: tuple[str, ...]) -> str | None:
    """The address when it may stand in a release: a known scheme or a path of our own."""
    value = plain.tidy(value)
    compact = re.sub(r"[\x00-\x20\x7f]", "", value)
    if compact.startswith("/"):
        return value if not compact.startswith(("//", "/\\")) and "\\" not in compact else None
    scheme = _SCHEME.match(compact)
    return value if scheme and scheme[1].lower() in schemes else None


class _Open:
    """A block that is open: its name, where it began in the output, whether anything is in it."""

    def __init__(self, name: str, at: int, formats: list[tuple[str, str]]) -> None:
        self.name = name
        self.at = at
        self.filled = False
        self.formats = formats  # what was bold around it, to come back to


class _Shape:
    def __init__(self, pictures: tuple[str, ...]) -> None:
        self.pictures = pictures
        self.out: list[str] = []
        self.blocks = [_Open("root", 0, [])]
        self.formats: list[tuple[str, str]] = []  # what the next text should be in
        self.live: list[tuple[str, str]] = []  # what is open in the output
        self.ignored: Counter[str] = Counter()
        self.breaks = 0
        self.space = False
        self.small: str | None = None

    def read(self) -> str:
        self._close_down_to(1)
        return "".join(self.out)

    # what the tokens say

    def text(self, raw: str) -> None:
        text = _SPACES.sub(" ", plain.visible(raw))
        if text.startswith(" "):
            self.space = True
        words = text.strip(" ")
        if not words:
            return
        if self.small and _SMALL[self.small][1].fullmatch(words):
            words = words.translate(_SMALL[self.small][0])
        self._put(html.escape(words, quote=False))
        self.space = text.endswith(" ")

    def start(self, name: str, raw: str) -> None:
        if name in _INLINE:
            self._start_inline(name, raw)
        elif name == "br":
            self.breaks += 1
        elif name == "img":
            self._image(raw)
        elif name in _SMALL:
            self.small = name
        elif name in _STARTS:
            _STARTS[name](self, name, raw)
        elif name in markup.BLOCKS:
            self._boundary(starts=True)

    def end(self, name: str) -> None:
        if name in _INLINE:
            self._end_inline(name)
        elif name in _SMALL:
            self.small = None
        elif name in _HEADINGS and self._top.name in _HEADINGS:
            self._close_down_to(len(self.blocks) - 1)
        elif name in _STARTS:
            self._end_block(name)
        elif name in markup.BLOCKS or name == "br":
            self._boundary()

    # blocks

    @property
    def _top(self) -> _Open:
        return self.blocks[-1]

    def _boundary(self, starts: bool = False) -> None:
        """The edge of a paragraph: a new one where paragraphs stand, else a new line."""
        top = self._top
        if top.name == "p" or (starts and top.name in _HEADINGS and top.filled):
            self._close_down_to(len(self.blocks) - 1)
        elif top.name in _HEADINGS:
            self.space = True
        elif top.name in _HOLDS_TEXT and top.filled:
            self.breaks = max(self.breaks, 1)

    def _open(self, name: str, extra: str = "") -> None:
        self._stop_text()
        self.blocks.append(_Open(name, len(self.out), list(self.formats)))
        self.out.append(f"<{name}{extra}>")

    def _close_down_to(self, depth: int) -> None:
        """Closes blocks until `depth` are open; what stayed empty leaves no trace."""
        while len(self.blocks) > depth:
            self._stop_text()
            block = self.blocks.pop()
            if block.name in _WALLS:
                self.formats = block.formats
            if block.filled or block.name in _KEPT_EMPTY:
                self.out.append(f"</{block.name}>")
            else:
                del self.out[block.at :]

    def _stop_text(self) -> None:
        self.out.extend(f"</{name}>" for name, _ in reversed(self.live))
        self.live = []
        self.breaks = 0
        self.space = False

    def _end_block(self, name: str) -> None:
        depth = self._find({name}, walls=_reach(name))
        if depth:
            self._close_down_to(depth)
        elif name != "figure":
            self._boundary()

    def _find(self, names: set[str] | frozenset[str], walls: frozenset[str] | set[str]) -> int:
        """The place in `blocks` of the nearest of these names; 0 when a wall stands before it."""
        for depth in range(len(self.blocks) - 1, 0, -1):
            if self.blocks[depth].name in names:
                return depth
            if self.blocks[depth].name in walls:
                return 0
        return 0

    def _leave_line(self) -> bool:
        """Ends a paragraph or heading; whether another block may begin here."""
        if self._top.name in _HEADINGS | {"p"}:
            self._close_down_to(len(self.blocks) - 1)
        if self._top.name in ("caption", "figcaption") or len(self.blocks) > MOST_NESTED:
            self._boundary()
            return False
        self._into_text_place()
        return True

    def _into_text_place(self) -> None:
        """Out of the bare skeleton of a list or table into an item or cell."""
        name = self._top.name
        if name in _LISTS:
            self._open("li")
        elif name in _SECTIONS or name in ("table", "tr"):
            self._cell("td", "")

    def _heading(self, name: str, raw: str) -> None:
        self._boundary()
        if self._top.name in _HEADINGS:
            self._close_down_to(len(self.blocks) - 1)
        if self._top.name in ("root", "blockquote"):
            self._open(name)

    def _container(self, name: str, raw: str) -> None:
        """A list, quotation or table."""
        if self._leave_line():
            self._open(name)

    def _figure(self, name: str, raw: str) -> None:
        if self._find({"figure"}, walls=_WALLS):
            self._boundary(starts=True)
        elif self._leave_line():
            self._open(name)

    def _caption(self, name: str, raw: str) -> None:
        if name == "figcaption":
            holder = self._find({"figure"}, walls=_WALLS)
        else:
            holder = len(self.blocks) - 1 if self._top.name == "table" else 0
            if holder and len(self.out) > self._top.at + 1:
                holder = 0
        if holder:
            self._close_down_to(holder + 1)
            self._open(name)
        else:
            self._boundary(starts=True)

    def _item(self, name: str, raw: str) -> None:
        depth = self._find(_LISTS, walls=_WALLS - {"li"})
        if depth:
            self._close_down_to(depth + 1)
            self._open("li")
        else:
            self._boundary(starts=True)

    def _section(self, name: str, raw: str) -> None:
        depth = self._find({"table"}, walls=set())
        if depth:
            self._close_down_to(depth + 1)
            self._open(name)
        else:
            self._boundary(starts=True)

    def _row(self, name: str, raw: str) -> None:
        depth = self._find({"table"}, walls=set())
        if not depth:
            self._boundary(starts=True)
            return
        section = self._find(_SECTIONS, walls={"table"})
        self._close_down_to((section or depth) + 1)
        if not section:
            self._open("tbody")
        self._open("tr")

    def _cell(self, name: str, raw: str) -> None:
        if not self._find({"table"}, walls=set()):
            self._boundary(starts=True)
            return
        if not self._find({"tr"}, walls={"table"}):
            self._row("tr", "")
        self._close_down_to(self._find({"tr"}, walls={"table"}) + 1)
        self._open(name, _spans(raw))

    def _rule(self, name: str, raw: str) -> None:
        self._boundary()
        if self._top.name in ("root", "blockquote"):
            self.out.append("<hr>")
            self._mark_filled()

    # words and pictures

    def _put(self, written: str) -> None:
        """Something visible, in the right block, after the breaks that stand before it."""
        self._into_text_place()
        if self._top.name == "p" and self.breaks > 1:
            self._close_down_to(len(self.blocks) - 1)
        if self._top.name not in _HOLDS_TEXT:
            self._open("p")
        top = self._top
        if top.filled and self.breaks and top.name not in _HEADINGS:
            self._leave_formats(0)
            self.out.append("<br>")
        elif top.filled and (self.space or self.breaks):
            self._leave_formats(self._shared())
            self.out.append(" ")
        self.breaks = 0
        self.space = False
        self._enter_formats()
        self.out.append(written)
        self._mark_filled()

    def _mark_filled(self) -> None:
        for block in reversed(self.blocks):
            if block.filled:
                break
            block.filled = True

    def _image(self, raw: str) -> None:
        given = markup.attributes(raw)
        source = address(given.get("src", ""), self.pictures)
        photo = source and figures.photo_at(source)
        if photo:
            self._photo(photo)
        if photo or source is None or not self.pictures:
            return
        written = f'<img src="{html.escape(source)}"'
        for name in ("alt", "title"):
            if name in given:
                written += f' {name}="{html.escape(plain.tidy(given[name]))}"'
        if self._top.name == "figure":
            self._stop_text()
            self.out.append(written + ">")
            self._mark_filled()
        else:
            self._put(written + ">")

    def _photo(self, photo: int) -> None:
        """A photo of ours is a figure by itself; words beside it become words below it."""
        around = self._find({"figure"}, walls=_WALLS)
        if around:
            self._close_down_to(around)
        if self._leave_line():
            self._stop_text()
            self.out.append(figures.figure(photo))
            self._mark_filled()

    # bold, italic, links

    def _start_inline(self, name: str, raw: str) -> None:
        tag = f"<{name}>"
        if name == "a":
            given = markup.attributes(raw)
            href = address(given.get("href", ""), ("http", "https", "mailto", "tel"))
            if href is None:
                self.ignored["a"] += 1
                return
            tag = f'<a href="{html.escape(href)}"'
            tag += (
                f' title="{html.escape(plain.tidy(given["title"]))}">' if "title" in given else ">"
            )
            self.formats = [format_ for format_ in self.formats if format_[0] != "a"]
        if len(self.formats) >= MOST_INLINE:
            self.ignored[name] += 1
        else:
            self.formats = [*self.formats, (name, tag)]

    def _end_inline(self, name: str) -> None:
        if self.ignored[name]:
            self.ignored[name] -= 1
            return
        for place in range(len(self.formats) - 1, -1, -1):
            if self.formats[place][0] == name:
                self.formats = self.formats[:place] + self.formats[place + 1 :]
                return

    def _wanted(self) -> list[tuple[str, str]]:
        seen: dict[str, tuple[str, str]] = {}
        for format_ in self.formats:
            seen.setdefault(format_[0], format_)
        return list(seen.values())

    def _shared(self) -> int:
        """How many of the formats open in the output stay as they are."""
        shared = 0
        for live, wanted in zip(self.live, self._wanted(), strict=False):
            if live != wanted:
                break
            shared += 1
        return shared

    def _leave_formats(self, kept: int) -> None:
        self.out.extend(f"</{name}>" for name, _ in reversed(self.live[kept:]))
        del self.live[kept:]

    def _enter_formats(self) -> None:
        shared = self._shared()
        self._leave_formats(shared)
        for format_ in self._wanted()[shared:]:
            self.out.append(format_[1])
            self.live.append(format_)


def _reach(name: str) -> frozenset[str]:
    """What the end tag of `name` cannot reach through."""
    if name == "table":
        return frozenset()
    if name == "li":
        return _LISTS | _CELLS | {"table"}
    return (_CELLS | {"table"}) - {name} if name not in _SECTIONS | {"tr"} else frozenset({"table"})


def _spans(raw: str) -> str:
    given = markup.attributes(raw) if raw else {}
    spans = ""
    for name in ("colspan", "rowspan"):
        value = given.get(name, "").strip()
        if value.isascii() and value.isdigit() and 1 < int(value[:4]) <= 100:
            spans += f' {name}="{int(value[:4])}"'
    return spans


_STARTS = {
    **dict.fromkeys(_HEADINGS, _Shape._heading),
    **dict.fromkeys(("ul", "ol", "blockquote", "table"), _Shape._container),
    **dict.fromkeys(("caption", "figcaption"), _Shape._caption),
    **dict.fromkeys(_SECTIONS, _Shape._section),
    **dict.fromkeys(_CELLS, _Shape._cell),
    "figure": _Shape._figure,
    "li": _Shape._item,
    "tr": _Shape._row,
    "hr": _Shape._rule,
}
