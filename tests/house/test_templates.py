"""What templates may hold: declared inputs, no way round escaping, nothing the policy would block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from flask import Flask
from jinja2 import Environment, meta, nodes

from tests.house.imports import ROOT

TEMPLATES = ROOT / "templates"
JINJA = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
# {# in: name, name (a note on it), name. Prose. #}
_INPUT = r"[a-z_]+(?: \([^()]*\))?"
HEADER = re.compile(rf"{{#-? in: (?P<inputs>{_INPUT}(?:, {_INPUT})*)(?:\.\s| -?#}})")
# Every template knows these, but a partial that shows what depends on them says so.
OF_THE_READER = {"viewer", "look", "request"}


def sources(pattern: str = "*.html") -> dict[str, str]:
    return {
        str(path.relative_to(TEMPLATES)): path.read_text("utf-8")
        for path in sorted(TEMPLATES.rglob(pattern))
    }


def offenders(pattern: str, files: str = "*.*") -> list[str]:
    return [name for name, source in sources(files).items() if re.search(pattern, source)]


def test_a_partial_declares_what_it_needs():
    assert [name for name in partials() if not HEADER.match(partials()[name])] == []


@pytest.mark.one_database
def test_a_partial_names_all_it_reads_and_nothing_else(app: Flask):
    """Its own names it must tell; those of the partials it includes it may."""
    env = app.jinja_env.overlay()
    env.globals = {
        name: app.jinja_env.globals[name] for name in app.jinja_env.globals.keys() - OF_THE_READER
    }
    untold, unread = {}, {}
    for name, source in partials().items():
        told, own = inputs_of(source), names_read(env, source)
        untold[name] = own - told
        unread[name] = told - own - names_passed_on(env, source)
    assert {name: names for name, names in untold.items() if names} == {}
    assert {name: names for name, names in unread.items() if names} == {}


def partials() -> dict[str, str]:
    return sources("_*.*")


def inputs_of(source: str) -> set[str]:
    """The names in a partial's header; `nothing` is none."""
    header = HEADER.match(source)
    assert header, source[:100]
    return set(re.sub(r" \([^()]*\)", "", header["inputs"]).split(", ")) - {"nothing"}


def names_read(env: Environment, source: str) -> set[str]:
    """What a template takes from whoever includes it.

    Jinja counts a name that is set in one branch and read after it among the undeclared, so what
    is set before it is read is taken out.
    """
    tree = env.parse(source)
    first: dict[str, str] = {}
    for name in _in_order(tree):
        first.setdefault(name.name, name.ctx)
    return {each for each in meta.find_undeclared_variables(tree) if first.get(each) == "load"}


def names_passed_on(env: Environment, source: str) -> set[str]:
    """What the partials it includes take, and theirs, unless it sets that itself."""
    tree = env.parse(source)
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    own |= {name for each in tree.find_all(nodes.FromImport) for name in each.names}
    taken: set[str] = set()
    for include in tree.find_all(nodes.Include):
        assert isinstance(include.template, nodes.Const)
        included = (TEMPLATES / include.template.value).read_text("utf-8")
        taken |= names_read(env, included) | names_passed_on(env, included)
    return taken - own


def _in_order(node: nodes.Node) -> Iterator[nodes.Name]:
    """Names in the order in which they are read or set: a value before what it is given to."""
    if isinstance(node, nodes.Name):
        yield node
    inner = list(node.iter_child_nodes())
    if isinstance(node, nodes.Assign):
        inner = [node.node, node.target]
    elif isinstance(node, nodes.For):
        inner = [node.iter, node.target, *node.iter_child_nodes(exclude=("iter", "target"))]
    elif isinstance(node, nodes.With):
        inner = [*node.values, *node.targets, *node.body]
    arguments = {each.name for each in node.args} if isinstance(node, nodes.Macro) else set()
    for child in inner:
        yield from (name for name in _in_order(child) if name.name not in arguments)


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
