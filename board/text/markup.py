"""HTML tokenizer: flat tokens, cut as a browser's tokenizer cuts them, in linear time.

Everything that shapes HTML here works on these tokens. They decide how a text looks, never whether
it is safe: nh3 decides that, last, in `sanitising`. The standard library's parser is not used
because its time on hostile input is not bounded and its results change between releases.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

# Nothing inside these is text for readers; they vanish with all they hold.
_RAW = "script style noscript title textarea iframe noembed noframes xmp plaintext"
_FOREIGN = "svg math template object audio video canvas select head"
# Elements that stand on lines of their own.
_BLOCKS = """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section
    summary table caption thead tbody tfoot tr ul
"""
RAW = frozenset(_RAW.split())
DROPPED = RAW | frozenset(_FOREIGN.split())
BLOCKS = frozenset(_BLOCKS.split())

# The possessive marks (*+, ?+, (?>) keep a tag that never ends from being tried in every way.
_GAP = r"[ \t\n\r\f]"
_NAME = r"[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+"
_IS = rf"{_GAP}*+={_GAP}*+"
_BARE = r"[^\"' \t\n\r\f>][^ \t\n\r\f>]*+"
_ATTRIBUTE = re.compile(rf"({_NAME})(?:{_IS}(?:\"([^\"]*+)\"|'([^']*+)'|({_BARE})|(?=>)))?+")
_VALUE = rf"(?:{_IS}(?:\"[^\"]*+\"|'[^']*+'|{_BARE}|(?=>)))?+"
_TAG = re.compile(rf"<(/?)([a-zA-Z][^ \t\n\r\f/>]*+)((?>{_GAP}|/|{_NAME}{_VALUE})*+)>")
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_BOGUS = re.compile(r"<(?:[!?]|/(?![a-zA-Z]))[^>]*+>?")
_SPACES = re.compile(r"\s+")


class Token(NamedTuple):
    """`kind` is text, start, end or dropped; `name` the element's; `raw` the text, the attributes or
    the source."""

    kind: str
    name: str
    raw: str


def tokens(source: str, *, dropped: bool = False) -> Iterator[Token]:
    """Texts (entities resolved) and tags in order; comments and malformed elements are dropped.

    With `dropped` the elements of `DROPPED` come too, as tokens of this kind with their source.
    """
    position = text_from = 0
    never_closed: set[str] = set()
    while (position := source.find("<", position)) >= 0:
        after, tag = _read(source, position)
        if after == position:  # a lone "<" is text
            position += 1
            continue
        if text_from < position:
            yield Token("text", "", html.unescape(source[text_from:position]))
        if tag is not None:
            name = tag[2].lower()
            if not tag[1] and name in DROPPED:
                after = _past_content(source, after, name, never_closed)
                if dropped:
                    yield Token("dropped", name, source[position:after])
            elif name not in DROPPED:
                yield Token("end" if tag[1] else "start", name, tag[3])
        position = text_from = after
    if text_from < len(source):
        yield Token("text", "", html.unescape(source[text_from:]))


def attributes(raw: str) -> dict[str, str]:
    """The attributes of a start tag; names lowered, entities resolved, the first duplicate wins."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found


def lines_of(source: str) -> str:
    """The text of HTML with a line per block, "- " before items and " | " between cells."""
    lines = _Lines()
    for kind, name, raw in tokens(source):
        if kind == "text":
            lines.text(_SPACES.sub(" ", raw))
        elif name in ("td", "th"):
            lines.cell(kind)
        elif name == "br" or name in BLOCKS:
            lines.block(kind, name)
    return lines.read()


class _Lines:
    """Collects lines; inside a table row it collects cells, which blocks do not break."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.row: list[str] | None = None

    def text(self, text: str) -> None:
        if self.row:
            self.row[-1] += text
        else:
            self.out.append(text)

    def cell(self, kind: str) -> None:
        if kind == "start" and self.row is not None:
            self.row.append("")

    def block(self, kind: str, name: str) -> None:
        if self.row and name not in ("tr", "table"):
            self.row[-1] += " "
            return
        self._end_row()
        if name == "tr" and kind == "start":
            self.row = []
        if name == "li" and kind == "start":
            self.out.append("\n- ")
        elif self.out[-1:] != ["\n- "]:  # a paragraph inside an item starts on its line
            self.out.append("\n")

    def read(self) -> str:
        self._end_row()
        lines = (line.strip() for line in "".join(self.out).split("\n"))
        return "\n".join(line for line in lines if line and line != "-")

    def _end_row(self) -> None:
        if self.row:
            cells = " | ".join(" ".join(cell.split()) for cell in self.row)
            self.out.append(f"\n{cells}\n")
        self.row = None


def _read(source: str, position: int) -> tuple[int, re.Match[str] | None]:
    """(index where the markup at this "<" ends, the tag's match if it is one)."""
    following = source[position + 1 : position + 2]
    if following == "!" or following == "?":
        comment = _COMMENT.match(source, position) or _BOGUS.match(source, position)
        return (comment.end() if comment else len(source)), None
    named = source[position + 2 : position + 3] if following == "/" else following
    if named.isascii() and named.isalpha():
        tag = _TAG.match(source, position)
        # A tag that the text ends inside of is dropped with the rest, as browsers do.
        return (tag.end() if tag else len(source)), tag
    if following == "/" and named:
        bogus = _BOGUS.match(source, position)
        return (bogus.end() if bogus else len(source)), None
    return position, None


def _past_content(source: str, after: int, name: str, never_closed: set[str]) -> int:
    """The index behind the closing tag; `never_closed` avoids repeated vain searches."""
    if name not in never_closed:
        closing = re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE).search(source, after)
        if closing:
            return closing.end()
        never_closed.add(name)
    return len(source) if name in RAW else after
