"""Lists are counted by the session's flush; what passes it by is known here."""

from __future__ import annotations

import ast

from board.models import Article, Deletion, Posting, Withdrawal
from board.models.article.counted import DECIDES_PLACE
from tests.house.imports import modules, tree_of

DECIDE = {kind.__name__ for kind in (Article, Posting, Withdrawal, Deletion)}
BULK = {"insert", "update", "delete", "insert_once", "upsert"}
WITHIN_A_FLUSH = "copies the time of publication within the flush that changes it"
NOT_LISTED = "they were deleted long before, and are in no list"
COUNTS_VIEWS = "its views alone"
PASS_BY = {
    ("board.models.article.posted", "update(Posting)"): WITHIN_A_FLUSH,
    ("board.models.article.purged", "delete(Article)"): NOT_LISTED,
    ("board.models.traffic.views", "update(Article)"): COUNTS_VIEWS,
}


def test_bulk_statements_move_no_article_in_a_list():
    made = {
        (name, f"{node.func.id}({node.args[0].id})")
        for name in modules()
        for node in ast.walk(tree_of(name))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args
        if node.func.id in BULK and isinstance(node.args[0], ast.Name)
        if node.args[0].id in DECIDE
    }
    assert made == PASS_BY.keys()


def test_what_decides_the_place_are_attributes_of_an_article():
    assert all(hasattr(Article, name) for name in DECIDES_PLACE)
