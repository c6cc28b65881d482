"""Names: endpoint, code, template and test of a resource agree."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from flask import Flask

from tests.house.imports import ROOT, modules, tree_of

TEMPLATES = ROOT / "templates"
WEB_TESTS = ROOT / "tests" / "web"
# Frames, pure markup, error pages and letters belong to no single resource.
SHARED_TEMPLATES = {"layouts", "ui", "errors", "mail"}

pytestmark = pytest.mark.one_database


def resources() -> list[str]:
    """Every file of board/web that answers an address, as in "newsroom/articles"."""
    files = (path for name, path in modules().items() if name.startswith("board.web."))
    web = ROOT / "board" / "web"
    return [str(path.relative_to(web).with_suffix("")) for path in files if path.stem != "__init__"]


def test_an_endpoint_is_named_after_its_function(app: Flask):
    strangers = {
        endpoint: f"{view.__module__}.{view.__name__}"
        for endpoint, view in app.view_functions.items()
        if endpoint != "static" and f"board.web.{endpoint}" != f"{view.__module__}.{view.__name__}"
    }
    assert strangers == {}


def test_views_know_seven_words(app: Flask):
    seven = {"index", "show", "new", "create", "edit", "update", "destroy"}
    endpoints = [endpoint for endpoint in app.view_functions if endpoint != "static"]
    others = {each for each in endpoints if each.rsplit(".", 1)[1] not in seven}
    assert others == {"health.ready"}  # machines ask for it by this name


def test_only_get_and_post_exist(app: Flask):
    methods = {method for rule in app.url_map.iter_rules() for method in rule.methods}
    assert methods == {"GET", "POST", "HEAD", "OPTIONS"}


def test_no_two_classes_bear_one_name():
    """Whoever reads `Block` in a message or an import knows which; a form's `Meta` is WTForms'."""
    places: dict[str, list[str]] = {}
    for module in modules():
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.ClassDef) and node.name != "Meta":
                places.setdefault(node.name, []).append(module)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_every_resource_has_its_tests():
    missing = [
        name
        for name in resources()
        if not (WEB_TESTS / name).with_name(f"test_{Path(name).name}.py").exists()
    ]
    assert missing == []


def test_tests_of_models_stand_where_their_models_stand():
    models, tests = ROOT / "board" / "models", ROOT / "tests" / "models"
    astray = [
        str(path.relative_to(tests))
        for path in tests.rglob("test_*.py")
        if not (models / path.relative_to(tests)).with_name(path.name[len("test_") :]).exists()
    ]
    assert astray == []


def test_template_folders_are_named_after_resources():
    folders = {
        str(path.parent.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*") if path.is_file()
    }
    rooms = {str(Path(name).parent) for name in resources()}
    assert folders - SHARED_TEMPLATES - set(resources()) - rooms == set()


def test_every_template_named_in_the_code_exists():
    missing = {name for name in _named_in_code() if not (TEMPLATES / name).exists()}
    assert missing == set()


def test_no_template_lies_about_unused():
    named = _named_in_code() | _named_in_templates()
    everything = {
        str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*") if path.is_file()
    }
    assert {name for name in everything - named if not name.startswith("ui/")} == set()


def test_no_macro_lies_about_unused():
    defined = set().union(*(_macros_in(path) for path in (TEMPLATES / "ui").iterdir()))
    called = {
        name
        for path in TEMPLATES.rglob("*.html")
        for name in re.findall(r"(?:ui\.|(?<!macro )\b)(\w+)\(", path.read_text("utf-8"))
    }
    assert defined - called == set()


def _macros_in(path: Path) -> set[str]:
    return set(re.findall(r"{%-? macro (\w+)\(", path.read_text("utf-8")))


def _named_in_code() -> set[str]:
    words = {
        node.value
        for name in modules()
        for node in ast.walk(tree_of(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    folders = SHARED_TEMPLATES | {name.split("/")[0] for name in resources()}
    return {
        word
        for word in words
        if re.fullmatch(r"[\w/.]+/[\w.]+\.(html|xml|txt)", word) and word.split("/")[0] in folders
    }


def _named_in_templates() -> set[str]:
    pattern = re.compile(r"""["']([\w/.]+/[\w.]+\.(?:html|xml|txt))["']""")
    return {
        name
        for path in TEMPLATES.rglob("*")
        if path.is_file()
        for name in pattern.findall(path.read_text("utf-8"))
    }
