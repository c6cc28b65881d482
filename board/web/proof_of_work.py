"""Proof-of-work puzzles for browsers: to sign in, to join, to ask the paper for something, and to
comment while attack mode is on."""

from flask import Blueprint, Response, jsonify

from board.access.doors import anyone, open_to
from board.bots.proof_of_work import new_puzzle

bp = Blueprint("proof_of_work", __name__)


@bp.get("/puzzles/new")
@open_to(anyone)
def new() -> Response:
    answer = jsonify(new_puzzle())
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
