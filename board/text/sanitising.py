"""HTML sanitising: the one place where text becomes HTML that templates print unescaped.

Comments are plain text: escaped, linked by our own linker, then bleach, then nh3. Releases are
HTML: bounded, shaped, then nh3. nh3 always comes last and is independent of the steps before it.
bleach is used only in `_bleached`, so that it can be removed; the tests compare the two.
"""

import html
import re

import bleach
import nh3

from board.text import figures, linking, plain, shaping
from board.text.korean import file_size
from board.text.shaping.addresses import address

LONGEST_COMMENT = 2_000  # characters
MOST_BYTES = 200 * 1024  # of a release, in UTF-8
MOST_TAGS = 20_000

_TAGS = """
    p br h2 h3 h4 strong b em i u s ul ol li blockquote hr a
    img figure figcaption table caption thead tbody tr th td
"""
TAGS = frozenset(_TAGS.split())
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
COMMENT_REL = "nofollow ugc noopener"
RELEASE_REL = "noopener"
_PICTURE = re.compile(r"picture:\d{1,4}")


class TooLarge(ValueError):
    """Input too large to clean in bounded time; the text is a Korean sentence for the writer."""


def comment_html(text: str) -> str:
    """A comment's plain text as paragraphs with links; TooLarge beyond 2,000 characters."""
    text = plain.tidy(text, multiline=True)
    if len(text) > LONGEST_COMMENT:
        raise TooLarge(f"댓글이 너무 깁니다. {LONGEST_COMMENT:,}자까지 쓸 수 있습니다.")
    blocks = (block.strip("\n") for block in re.split(r"\n\s*\n", text))
    written = "".join(f"<p>{_linked(block)}</p>" for block in blocks if block)
    return _COMMENT.clean(_bleached(written))


def release_html(source: str) -> str:
    """A release's HTML reduced to allowed elements in one shape; TooLarge beyond 200 KB.

    Idempotent.
    """
    return _release(source, _RELEASE)


def document_html(source: str) -> str:
    """Like `release_html`, for a document whose pictures are still placeholders: `picture:0` …"""
    return _release(source, _DOCUMENT, ("picture",))


def clean_again(source: str) -> str:
    """Sanitise stored HTML on load: output of ours is unchanged, anything else made harmless.

    Cheap, because it runs at every load.
    """
    return _AGAIN.clean(plain.without_hidden(source))


def _release(source: str, cleaner: nh3.Cleaner, pictures: tuple[str, ...] = ()) -> str:
    if len(source.encode("utf-8", "replace")) > MOST_BYTES:
        raise TooLarge(
            f"본문이 너무 깁니다. {file_size(MOST_BYTES)}까지 올릴 수 있습니다. 나누어 올려 주세요."
        )
    try:
        return cleaner.clean(shaping.shaped(source, MOST_TAGS, pictures))
    except OverflowError:
        raise TooLarge(
            "본문의 서식이 너무 복잡합니다. 서식 없이 붙여 넣거나 나누어 올려 주세요."
        ) from None


def _linked(block: str) -> str:
    return "".join(_written(piece) for piece in linking.pieces(block)).replace("\n", "<br>")


def _written(piece: linking.LinkPiece) -> str:
    shown = html.escape(piece.shown, quote=False)
    if piece.href is None:
        return shown
    return f'<a href="{html.escape(piece.href)}" rel="{COMMENT_REL}">{shown}</a>'


def _bleached(written: str) -> str:
    return bleach.clean(
        written,
        tags={"p", "br", "a"},
        attributes={"a": ["href", "rel"]},
        protocols={"http", "https"},
    )


def _own_paths_only(tag: str, attribute: str, value: str) -> str | None:
    """Attribute filter for nh3, which accepts any relative address: allow only paths from our root,
    and pictures only from our photos, because one from elsewhere would reveal who reads."""
    if attribute == "src":
        return value if figures.photo_at(value) else None
    if attribute == "href":
        schemes = ("http", "https", "mailto", "tel")
        return value if address(value, schemes) == value else None
    return value


def _own_pictures_only(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "src":
        return value if _PICTURE.fullmatch(value) else None
    return _own_paths_only(tag, attribute, value)


_COMMENT = nh3.Cleaner(
    tags={"p", "br", "a"},
    attributes={"a": {"href"}},
    link_rel=COMMENT_REL,
    url_schemes={"http", "https"},
    url_relative="deny",
)
_RELEASE = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_own_paths_only,
    link_rel=RELEASE_REL,
    url_schemes={"http", "https", "mailto", "tel"},
)
_DOCUMENT = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_own_pictures_only,
    link_rel=RELEASE_REL,
    url_schemes={"http", "https", "mailto", "tel", "picture"},
)
_AGAIN = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_own_paths_only,
    link_rel=None,
    tag_attribute_values={"a": {"rel": {COMMENT_REL, RELEASE_REL}}},
    url_schemes={"http", "https", "mailto", "tel"},
)
