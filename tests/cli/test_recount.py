"""Recounting from the command line."""

import contextvars

from board.cli.recount import recount
from board.extensions import db


def test_wrong_counters_are_put_right_and_counted(app, article):
    article.recommendations_count = 9
    db.session.commit()
    said = contextvars.Context().run(app.test_cli_runner().invoke, recount)
    assert "바로잡은 숫자: 1개" in said.output
    db.session.refresh(article)
    assert article.recommendations_count == 0
