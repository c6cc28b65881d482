"""The frame of a page, and how little of it a fragment asks for."""

import pytest

from board.extensions import db
from board.models import Alarm, Site


def test_a_part_of_the_frame_is_one_question_asked_once(app, board, admin, statements):
    Alarm.rise(by=admin)
    db.session.commit()
    site = Site()
    with statements() as made:
        assert site.under_attack
        assert site.under_attack
    assert len(asked(made)) == 1
    group = board.group
    with statements() as made:
        assert site.groups == [group]
        assert site.groups[0].boards == [board]
    assert len(asked(made)) == 1


def test_a_page_asks_for_the_frame_in_two(app, board, statements):
    with statements() as made:
        site = Site().whole()
        assert not site.under_attack
        assert (site.today, site.total) == (0, 0)
        assert site.publisher.name == ""
        assert len(site.groups) == 1
    assert len(asked(made)) == 2


@pytest.mark.parametrize("path", ["comments/new", "comments"])
def test_a_fragment_with_a_form_asks_whether_there_is_an_attack_and_no_more(
    path, client, article, statements
):
    with statements() as made:
        client.htmx(f"/articles/{article.id}/{path}")
    assert sum("alarms" in each for each in made) == 1
    assert not [each for each in made if "publisher" in each or "FROM groups" in each]


def asked(made: list[str]) -> list[str]:
    """The questions among the statements."""
    return [each for each in made if each.startswith("SELECT")]
