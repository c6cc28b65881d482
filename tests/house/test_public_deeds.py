"""No silent way to hide readers' words: every recorded deed is public, or stands here as none."""

import ast
from collections.abc import Iterator

from board.forms.newsroom.boards import BoardForm
from board.models.audit.labels import DEED_NAMES, PUBLIC_DEEDS
from board.models.screens.public_log import SAID
from board.models.site.board import FIRST_RULES
from tests.house.imports import modules, tree_of

# Things whose deeds keep no comment away, and why.
SILENT_THINGS = {
    "attachment": "the newsroom's text",
    "correction": "public as a correction",
    "correction_request": "who asks is a secret",
    "group": "the menu",
    "mail": "what offices send",
    "press_office": "what offices send",
    "publisher": "public as the imprint",
    "remark": "a note among moderators",
    "session": "accounts",
    "takedown_ledger": "who asks is a secret; what is done to the comment is public",
    "takedown_request": "who asks is a secret; what is done to the comment is public",
    "user": "accounts",
}
# The same of things that have public deeds as well.
SILENT_DEEDS = {
    "article": "delete discard draft pin publish purge reinstate revise schedule top undelete"
    " unpin unschedule untop withdraw",
    "board": "create move remove revise",
    "appeal": "create",  # a reader's own deed
    # Words removed a month ago, of which the log has told; numbers shown to a moderator or to all.
    "comment": "look purge uncover",
}
# What else the form of a board asks: with it a comment is written and seen as before.
HARMLESS = {"name", "slug", "description", "group_id", "new_group", "recommending", "reporting"}


def recorded() -> Iterator[str]:
    """Actions that the code records by a name that is written out."""
    for name in modules():
        for node in ast.walk(tree_of(name)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.record":
                action = node.args[0]
                yield from [str(action.value)] if isinstance(action, ast.Constant) else []


def test_every_deed_that_is_recorded_has_a_name():
    assert {action for action in recorded() if action not in DEED_NAMES} == set()


def test_every_deed_is_public_or_keeps_no_comment_away():
    silent = {f"{thing}.{verb}" for thing, some in SILENT_DEEDS.items() for verb in some.split()}
    silent |= {action for action in DEED_NAMES if action.partition(".")[0] in SILENT_THINGS}
    assert set(DEED_NAMES) == silent | set(PUBLIC_DEEDS) and not silent & set(PUBLIC_DEEDS)


def test_every_switch_of_a_board_is_told_or_harmless(app):
    with app.test_request_context():
        switches = {field.name for field in BoardForm(formdata=None)} - {"csrf_token"}
    assert switches == HARMLESS | set(FIRST_RULES) and set(FIRST_RULES) <= set(SAID)
