"""Addresses in templates."""

from board.pages.templating import path_to


def test_an_address_may_lead_to_a_place_on_its_page(app):
    assert path_to("preferences.update", _anchor="looks") == "/preferences#looks"
    assert path_to("boards.show", slug="solnae", page=2, q=None) == "/boards/solnae?page=2"
