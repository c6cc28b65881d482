"""What templates may hold: declared inputs, no way round escaping, nothing the policy would block."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from tests.house.imports import ROOT

TEMPLATES = ROOT / "templates"
JINJA = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)


def sources(pattern: str = "*.html") -> dict[str, str]:
    return {
        str(path.relative_to(TEMPLATES)): path.read_text("utf-8")
        for path in sorted(TEMPLATES.rglob(pattern))
    }


def offenders(pattern: str, files: str = "*.*") -> list[str]:
    return [name for name, source in sources(files).items() if re.search(pattern, source)]


def test_a_partial_declares_what_it_needs():
    silent = [
        name
        for name, source in sources().items()
        if Path(name).name.startswith("_") and not re.match(r"{#-? in: ", source)
    ]
    assert silent == []


def test_nothing_goes_round_escaping():
    assert offenders(r"\|\s*safe\b|autoescape\s+false") == []


def test_templates_do_not_query():
    assert offenders(r"\bdb\.|\.(?:scalars?|execute)\(|\.query\.") == []


def test_scripts_and_styles_stand_in_files():
    assert offenders(r"<style\b") == []
    found = {name: _Tags.of(source) for name, source in sources().items()}
    assert [name for name, tags in found.items() if tags.inline_scripts] == []
    assert [(name, tags.forbidden) for name, tags in found.items() if tags.forbidden] == []


def test_htmx_attributes_are_spelt_as_html_allows():
    assert offenders(r"(?<![\w-])hx-(?!partial)[a-z-]+\s*=", "*.html") == []


def test_htmx_never_needs_eval():
    assert offenders(r"data-hx-on|(?:js|javascript):|data-hx-trigger=\"[^\"]*\[") == []


def test_every_posting_form_carries_a_token():
    bare = [
        name
        for name, source in sources().items()
        for form in re.findall(r"<form\b.*?</form>", source, re.DOTALL)
        if re.search(r"method=\"post\"", form) and "csrf_field()" not in form
    ]
    assert bare == []


def test_nothing_comes_from_elsewhere():
    linked = r"""(?:src|srcset|action)=["']\s*(?:https?:)?//|<link [^>]*href=["'](?:https?:)?//"""
    assert offenders(linked, "*.html") == []


class _Tags(HTMLParser):
    """Attributes that hold code or style, and scripts that are not a file or a block of data."""

    def __init__(self) -> None:
        super().__init__()
        self.forbidden: list[str] = []
        self.inline_scripts = 0

    @classmethod
    def of(cls, source: str) -> _Tags:
        tags = cls()
        tags.feed(JINJA.sub("_", source))
        return tags

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.forbidden += [name for name in given if name == "style" or name.startswith("on")]
        is_data = given.get("type") == "application/ld+json"
        self.inline_scripts += tag == "script" and "src" not in given and not is_data
