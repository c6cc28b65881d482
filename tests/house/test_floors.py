"""Architecture: imports go down the floors, never up and never in a circle."""

import ast

from tests.house.imports import ROOT, circles, imports_of, knots, modules, tree_of

# Each part knows only what stands on the floors before its own.
FLOORS = (
    "clock text",
    "application config columns data_version extensions mail",
    "files",
    "http",
    "models",
    "forms",
    "current",
    "bots",
    "pages",
    "access",
    "notifications",
    "jobs",
    "web cli",
    "wsgi",  # and board/__init__.py itself
)
FLOOR_OF = {part: level for level, parts in enumerate(FLOORS) for part in parts.split()}

# The same inside models/, for what is imported while the application is being loaded.
ROOMS = (
    "audit rate_limits outbox traffic",
    "site user",
    "voting legal",
    "attachment comment",
    "article moderation",
    "screening intake maintenance newsroom",
    "screens",
)
ROOM_OF = {room: level for level, rooms in enumerate(ROOMS) for room in rooms.split()}

MOST_LOOSE_FILES = {"board": 10, "board/models": 3}
# These packages are entrances: the application, its addresses, its commands.
ENTRANCES = {"board", "board.cli", "board.cli.release", "board.web", "board.web.dev"}

# The command line opens the house from outside: it alone asks the roof for the whole application.
FROM_OUTSIDE = {("board.cli", "board")}

# Who hears of a deed is for signals to say: pages show letters, one command sends those that wait.
SHOW_OR_SEND_LETTERS = {
    ("board.web.newsroom.correction_requests", "board.notifications.requests"),
    ("board.web.newsroom.takedown_files", "board.notifications.requests"),
    ("board.web.newsroom.takedown_requests", "board.notifications.requests"),
    ("board.cli.post", "board.notifications.delivery"),
}
# What a model imports only when a function of it is called, and why it cannot stand at the top.
# Another reason is mostly a query that belongs to the other one, or an event it should listen to.
VISIBLE = "seen where its article is, and articles import what hangs on them"
JUDGED = "the staff's decision is a ruling, and rulings import comments"
LOADED = "a list loads the comment's parts with it, and comments import their parts"
COUNTED = "writes an article's number, and traffic stands below articles"
HEAVY = "loads Pillow, which no reader needs"
LAZY = {
    ("comment.comment", "article.article"): VISIBLE,
    ("comment.appeal", "comment.comment"): LOADED,
    ("comment.appeal", "moderation.ruling.ruling"): JUDGED,
    ("legal.takedown.decided", "moderation.ruling.ruling"): JUDGED,
    ("legal.takedown.decided", "moderation.ruling.verdict"): JUDGED,
    ("traffic.views", "article.article"): COUNTED,
    ("intake.pictures", "board.files.photos.decoding"): HEAVY,
}
# These lead to models that need each other in a ring: comments, articles, rulings, takedowns.
LARGEST_KNOT = 12  # modules

FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "misc", "manager", "service", "services"}


def floor_of(name: str) -> int:
    return FLOOR_OF[name.split(".")[1]] if "." in name else FLOOR_OF["wsgi"]


def room_of(name: str) -> str:
    """The room of models/ in which a module stands; empty for all others."""
    parts = name.split(".")
    return parts[2] if parts[1:2] == ["models"] and len(parts) > 2 else ""


def imports() -> list[tuple[str, str]]:
    return [(name, other) for name in modules() for other in sorted(imports_of(name))]


def test_every_module_stands_on_a_floor():
    parts = {name.split(".")[1] for name in modules() if "." in name}
    assert parts == FLOOR_OF.keys()


def test_imports_go_down():
    climbing = [(name, other) for name, other in imports() if floor_of(other) > floor_of(name)]
    assert set(climbing) <= FROM_OUTSIDE


def test_rooms_of_the_models_know_only_those_before_them():
    climbing = [
        (name, other)
        for name in modules()
        for other in imports_of(name, at_start_only=True)
        if (room := room_of(name)) and (beyond := room_of(other)) and room != beyond
        if ROOM_OF[beyond] >= ROOM_OF[room]
    ]
    assert climbing == []


def test_models_import_each_other_late_only_for_a_reason():
    late = {
        (name.removeprefix("board.models."), other.removeprefix("board.models."))
        for name in modules()
        if name.startswith("board.models.")
        for other in imports_of(name) - imports_of(name, at_start_only=True)
    }
    assert late == LAZY.keys()


def test_few_models_need_each_other_in_a_ring():
    knotted = knots([name for name in modules() if name.startswith("board.models.")])
    assert len(knotted) <= 1 and all(len(knot) <= LARGEST_KNOT for knot in knotted), knotted


def test_a_comment_knows_no_screening_and_a_draft_no_comment():
    above = "board.models.screening"
    for room in ("board.models.comment", "board.models.article"):
        assert not [
            (name, other)
            for name, other in imports()
            if name.startswith(room) and other.startswith(above)
        ]
    assert "board.models.comment.comment" not in imports_of(f"{above}.draft")


def test_every_model_stands_in_a_room():
    assert {room for name in modules() if (room := room_of(name))} == ROOM_OF.keys()


def test_few_files_lie_loose():
    for folder, most in MOST_LOOSE_FILES.items():
        loose = sorted(path.name for path in (ROOT / folder).glob("*.py"))
        assert len(loose) <= most, loose


def test_a_package_holds_names_and_no_code():
    """Whoever imports one trait of a model must not load its root with it."""
    kinds = ast.ClassDef | ast.FunctionDef
    holding = [
        name
        for name, path in modules().items()
        if path.name == "__init__.py" and name not in ENTRANCES
        if any(isinstance(node, kinds) for node in tree_of(name).body)
    ]
    assert holding == []


def test_nothing_imports_in_a_circle():
    assert circles() == []


def test_a_page_does_not_know_its_sisters():
    sisters = [
        (name, other)
        for name, other in imports()
        if name.startswith("board.web") and other.startswith("board.web")
        if not other.startswith(f"{name}.")  # a package may gather its own parts
    ]
    assert sisters == []


def test_web_and_command_line_do_not_know_each_other():
    doors = ("board.web", "board.cli")
    crossing = [
        (name, other)
        for name, other in imports()
        if name.startswith(doors) and other.startswith(doors) and name[:9] != other[:9]
    ]
    assert crossing == []


def test_no_view_and_no_command_tells_people_of_its_deeds():
    telling = {
        (name, other)
        for name, other in imports()
        if name.startswith(("board.web", "board.cli")) and other.startswith("board.notifications")
    }
    assert telling == SHOW_OR_SEND_LETTERS


def test_modules_are_named_for_what_they_hold():
    words = {word for name in modules() for word in name.split(".")}
    assert not words & FORBIDDEN_NAMES
