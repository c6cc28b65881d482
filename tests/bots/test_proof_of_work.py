"""Proof of work, solved as a browser does."""

import base64
import hashlib
import json
from datetime import timedelta

import pytest

from board.bots.proof_of_work import LARGEST, LASTING, is_proven, new_puzzle
from tests.support.puzzles import solve


@pytest.fixture
def puzzle(app):
    return new_puzzle()


def test_a_solved_puzzle_is_good_once(puzzle):
    solved = solve(puzzle)
    assert is_proven(solved) and not is_proven(solved)


def test_a_guess_is_no_solution(puzzle):
    assert not is_proven(solve(puzzle, number=LARGEST + 1))


def test_after_an_hour_it_is_too_late(puzzle, later):
    solved = solve(puzzle)
    later(LASTING + timedelta(seconds=1))
    assert not is_proven(solved)


def test_a_puzzle_we_did_not_sign_is_refused(puzzle):
    salt = f"mine?expires={2**40}&"
    challenge = hashlib.sha256(f"{salt}1".encode()).hexdigest()
    assert not is_proven(solve(puzzle, salt=salt, challenge=challenge, number=1))


def test_digits_of_the_number_do_not_lengthen_its_time(puzzle):
    said = json.loads(base64.b64decode(solve(puzzle)))
    digits = str(said["number"])
    moved = {"salt": said["salt"].removesuffix("&") + digits[0], "number": int(digits[1:] or 0)}
    assert not is_proven(solve(puzzle, **moved))


@pytest.mark.parametrize("given", ["", "가", "AAAA", "e30=", "W10=", "bnVsbA==", "A" * 99999])
def test_nonsense_is_refused_quietly(app, given):
    assert not is_proven(given)
