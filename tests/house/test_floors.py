"""The house stands on its floors: imports go down, never up and never round."""

from tests.house.imports import circles, imports_of, modules

CELLAR = "clock text"
FITTINGS = """config extensions columns htmx compression freshness claims storage uploads photos kinds opening
    tally headers notices forgery limits post mailbox"""
NEWSPAPER = "models"
FORMS = "forms"
PRESENCE = """current templating database counting doors errors asked pacing pressing guesses
    guards proofs fetching letters tidings receipts barring"""
DOORS = "web cli"
ROOF = "wsgi"  # and board/__init__.py itself

FLOORS = (CELLAR, FITTINGS, NEWSPAPER, FORMS, PRESENCE, DOORS, ROOF)
FLOOR_OF = {part: level for level, parts in enumerate(FLOORS) for part in parts.split()}

# The command line opens the house from outside: it alone asks the roof for the whole application.
FROM_OUTSIDE = {("board.cli", "board")}

FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "misc", "manager", "service", "services"}


def floor_of(name: str) -> int:
    return FLOOR_OF[name.split(".")[1]] if "." in name else FLOOR_OF["wsgi"]


def imports() -> list[tuple[str, str]]:
    return [(name, other) for name in modules() for other in sorted(imports_of(name))]


def test_every_module_stands_on_a_floor():
    parts = {name.split(".")[1] for name in modules() if "." in name}
    assert parts == FLOOR_OF.keys()


def test_imports_go_down():
    climbing = [(name, other) for name, other in imports() if floor_of(other) > floor_of(name)]
    assert set(climbing) <= FROM_OUTSIDE


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


def test_modules_are_named_for_what_they_hold():
    words = {word for name in modules() for word in name.split(".")}
    assert not words & FORBIDDEN_NAMES
