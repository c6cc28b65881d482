"""A number is said once, beside its noun: pages, forms and sentences take it from there."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from board.config import ADDRESS_DAYS, SHORTEST_SECRET
from board.files.limits import LARGEST_REQUEST, MEGABYTE
from board.files.upgrade_copies import COPIES_KEPT
from board.models.article.deletable import KEPT_FOR
from board.models.comment.removal import UNDO_FOR
from board.pages.figures import FIGURES
from tests.house.imports import ROOT, modules, tree_of

COUNTED = re.compile(
    r"\d[\d,]*\s?(?:초|분|시간|일|개월|년|주일|MB|KB|바이트|픽셀|자리|글자|자|번|개|줄|건|쪽|회)"
    r"(?![a-zA-Z])"
)
# Sentences that may count for themselves: the file and the words, and why.
COUNTING = {
    ("board/text/registration.py", "10자리"): "the law fixes how long these numbers are,",
    ("board/text/registration.py", "13자리"): "and the digits are counted there",
    ("board/text/registration.py", "2025년"): "a date",
    ("board/text/registration.py", "31일"): "a date",
    ("board/text/personal/phones.py", "1일"): "a pattern: letters that are written for digits",
    ("board/files/photos/decoding.py", "2,000픽셀"): "advice: about as much as is kept",
    ("board/models/legal/takedown/decided.py", "1일"): "the least there is",
    ("templates/dev/components/_buttons.html", "12개"): "a specimen",
}
WORDS = {14: "fourteen", 30: "thirty"}  # as the English README writes them
LENGTHS = {"most", "least", "maxlength", "minlength"}
FIELDS = {"Line", "Lines", "Text", "Slug", "at_most", "hints"}
PERIODS = {"weeks", "days", "hours", "minutes", "seconds", "max_age"}
SIZES = ("board.files.limits", "board.text.documents", "board.text.korean")
# What is looked for in a text, and what a document may hold, has names of its own.
OF_DOCUMENTS = ("board.text.extraction", "board.text.documents")
# Steps of a reckoning rather than figures of the paper.
STEPS = {
    ("board/clock.py", "timedelta(hours=9)"): "how far Seoul is from UTC",
    ("board/pages/errors.py", "timedelta(seconds=wait + 59)"): "up to a whole minute",
    ("board/text/legal_deadlines.py", "timedelta(days=7 - day.weekday())"): "to next Monday",
}


def templates() -> Iterator[tuple[str, str]]:
    """Path and source of every template, without its comments."""
    for path in sorted((ROOT / "templates").rglob("*.*")):
        source = re.sub(r"{#.*?#}", "", path.read_text("utf-8"), flags=re.DOTALL)
        yield str(path.relative_to(ROOT)), source


def path_of(name: str) -> str:
    return str(modules()[name].relative_to(ROOT))


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.Call):
            called = node.func
            yield getattr(called, "id", getattr(called, "attr", "")), node


def literals(node: ast.AST) -> list[int]:
    """The whole numbers above 1 that are written in it."""
    return [
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and type(each.value) is int and each.value > 1
    ]


def sentences(name: str) -> Iterator[str]:
    """The texts of a module as they are written: no docstring, no value that is put in."""
    tree = tree_of(name)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from [node.value] if id(node) not in docstrings else []


def counted(path: str, text: str) -> list[tuple[str, str]]:
    """Numbers with the unit of what they count that are written into a text."""
    return [(path, found) for found in COUNTED.findall(text) if (path, found) not in COUNTING]


def constants(name: str) -> Iterator[tuple[str, ast.expr]]:
    """What a module calls by a name in capitals, each with what it is."""
    for node in tree_of(name).body:
        if not isinstance(node, ast.Assign):
            continue
        target = node.targets[0]
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            pairs = zip(target.elts, node.value.elts, strict=True)
        else:
            pairs = [(target, node.value)]
        for each, value in pairs:
            if isinstance(each, ast.Name) and each.id.isupper():
                yield each.id, value


def test_no_template_says_how_long_a_field_may_be():
    spoken = re.compile(r"(?:max|min)length=\"?\d|counter=\"?\d")
    assert [(path, found) for path, source in templates() for found in spoken.findall(source)] == []


def test_no_form_says_how_long_a_field_may_be():
    written = [
        (path_of(name), called)
        for name in modules()
        if name.startswith("board.forms")
        for called, call in calls(name)
        if called in FIELDS
        for value in [*call.args, *(each.value for each in call.keywords if each.arg in LENGTHS)]
        if literals(value)
    ]
    assert written == []


def test_no_sentence_of_a_template_counts_for_itself():
    assert [found for path, source in templates() for found in counted(path, source)] == []


def test_no_sentence_of_the_code_counts_for_itself():
    said = [
        found
        for name in modules()
        for sentence in sentences(name)
        for found in counted(path_of(name), sentence)
    ]
    assert said == []


@pytest.mark.parametrize(("path", "words"), COUNTING)
def test_what_may_count_for_itself_still_does(path, words):
    assert words in (ROOT / path).read_text("utf-8")


def test_a_period_has_a_name():
    """`timedelta(minutes=10)` stands in a constant; one day or one second is a step, no figure."""
    nameless = {
        (path_of(name), ast.unparse(call))
        for name in modules()
        for call in outside_of_constants(name)
        if any(each.arg in PERIODS and literals(each.value) for each in call.keywords)
    }
    assert nameless == STEPS.keys()


def outside_of_constants(name: str) -> list[ast.Call]:
    named = {id(node) for _, value in constants(name) for node in ast.walk(value)}
    return [call for _, call in calls(name) if id(call) not in named]


def test_sizes_of_files_stand_in_one_place():
    scattered = {
        path_of(name)
        for name in modules()
        if not name.startswith(SIZES)
        for node in ast.walk(tree_of(name))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)
        if re.search(r"MEGABYTE|1024 \* 1024", ast.unparse(node))
    }
    assert scattered == set()
    assert [name for name in modules() for each, _ in constants(name) if each == "MEGABYTE"] == [
        "board.text.documents.limits"
    ]


def test_a_length_or_size_is_said_once():
    said = defaultdict(set)
    for name in modules():
        for constant, value in constants(name):
            if constant.startswith(("LONGEST_", "SHORTEST_", "LARGEST_")) and literals(value):
                said[constant] |= {path_of(name)} if not name.startswith(OF_DOCUMENTS) else set()
    assert {each: paths for each, paths in said.items() if len(paths) > 1} == {}


def test_templates_name_all_figures_and_no_others():
    named = {name for _, source in templates() for name in re.findall(r"\bfigures\.(\w+)", source)}
    assert named == vars(FIGURES).keys()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("README.md", f"client_max_body_size {LARGEST_REQUEST // MEGABYTE}m;"),
        ("README.md", f"{SHORTEST_SECRET} random characters or more"),
        ("README.ko.md", f"무작위 글자 {SHORTEST_SECRET}자 이상"),
        ("README.md", f"`BOARD_ADDRESS_DAYS` | `{ADDRESS_DAYS}` |"),
        ("README.ko.md", f"`BOARD_ADDRESS_DAYS` | `{ADDRESS_DAYS}` |"),
        ("README.md", f"take it back for {WORDS[UNDO_FOR.days]} days"),
        ("README.md", f"words of comments {WORDS[UNDO_FOR.days]} days after they were removed"),
        ("README.md", f"(with their files) {WORDS[KEPT_FOR.days]} days after they were deleted"),
        ("README.md", f"that upgrades made {WORDS[COPIES_KEPT.days]} days ago"),
        ("README.ko.md", f"{COPIES_KEPT.days}일 뒤에 함께 지웁니다"),
        ("README.ko.md", f"{UNDO_FOR.days}일 동안 되돌릴 수 있으며"),
        ("README.ko.md", f"지운 지 {UNDO_FOR.days}일이 지난 댓글의 내용"),
        ("README.ko.md", f"지운 지 {KEPT_FOR.days}일이 지난 글과 그 파일"),
    ],
)
def test_the_readmes_give_the_figures_of_the_code(file, words):
    assert words in " ".join((ROOT / file).read_text("utf-8").split())
