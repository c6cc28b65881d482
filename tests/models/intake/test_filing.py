"""Filing: the board of a release, by what speaks for one."""

import pytest

from board.extensions import db
from board.models import Article, Board, PressRelease
from board.models.intake.filing import Filing


@pytest.fixture
def boards(board):
    """솔내시, and two more of its group."""
    others = [
        Board(slug=slug, name=name, group=board.group)
        for slug, name in (("d", "두물군"), ("c", "문화"))
    ]
    db.session.add_all(others)
    db.session.flush()
    return {each.name: each for each in (board, *others)}


def release(title="나루터에 나무를 심는다", organisation="", body="<p>나루터에 나무를 심는다.</p>"):
    return PressRelease(title, [], None, "", organisation, body, [])


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (release(organisation="두물군 보건소"), "두물군"),
        (release(organisation="두물소방서"), "두물군"),
        (release(title="솔내시, 문화 잔치를 연다"), None),
        (release(title="솔내시, 문화 잔치를 연다", organisation="솔내시"), "솔내시"),
        (release(title="문화 잔치를 연다"), "문화"),
        (
            release(body="<p>두물군 나루터에 나무를 심는다.</p><p>솔내시에서도 심는다.</p>"),
            "두물군",
        ),
        (release(title="다문화 잔치를 연다"), None),
        (release(), None),
    ],
)
def test_a_board_is_known_by_its_name_or_its_place(boards, given, name):
    filing = Filing.of(given)
    assert (filing.board and filing.board.name) == name
    assert bool(filing.because) == bool(name)


def test_where_its_earlier_releases_stand_comes_first(boards, admin):
    for number in range(5):
        earlier = Article.draft(
            board=boards["문화"], by=admin, title=f"{number}", source="두물군", body="<p>글</p>"
        )
        earlier.publish(by=admin)
    filing = Filing.of(release(organisation="두물군"))
    assert filing.board is boards["문화"] and "5건" in filing.because
    for number in range(5):
        later = Article.draft(
            board=boards["솔내시"], by=admin, title=f"{number}", source="두물군", body="<p>글</p>"
        )
        later.publish(by=admin)
    assert Filing.of(release(organisation="두물군")).board is boards["두물군"]
