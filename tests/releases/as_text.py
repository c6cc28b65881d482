"""A release as plain text, as somebody saves or pastes it."""

from tests.releases.corpus import Break, Frame, Photo, Release, Table, Words


def text(release: Release) -> str:
    """Its lines; rows of tables with tabs, pictures and their captions left out."""
    return "\n".join(_lines(release.blocks)).strip() + "\n"


def _lines(blocks: list) -> list[str]:
    lines: list[str] = []
    before = ""
    for block in blocks:
        if isinstance(block, Words) and block.role != "caption":
            close = {before, block.role} <= {"banner", "boilerplate", "subtitle", "title"} or (
                before == "story" and block.text.lstrip()[:1] in "▲○-◇하"
            )
            lines += [block.text] if close else ["", block.text]
            before = block.role
        elif isinstance(block, Frame):
            lines += _lines(block.blocks)
        elif isinstance(block, Table) and block.role != "photos":
            lines += ["", *("\t".join(c.text if c else "" for c in row) for row in block.rows), ""]
        elif isinstance(block, (Break, Photo)):
            lines.append("")
    return lines
