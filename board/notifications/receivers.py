"""Signal receivers: every deed somebody is to hear of writes its letters, wherever it is done.

Views, commands and seeds need not think of it. A letter is written in the transaction of its deed;
one that cannot be written raises, and the deed fails with it: nobody is judged unheard, and the
fault is seen at once. A mail server that is away stops nothing, for sending comes after the commit.
"""

from flask import Flask

from board.models.comment.events import appeal_answered
from board.models.legal.events import request_changed
from board.models.moderation.ruling.events import ruling_made
from board.notifications import delivery
from board.notifications.requests import tell_of_request
from board.notifications.rulings import tell_of_appeal, tell_of_ruling


def init_app(app: Flask) -> None:
    """Connecting a receiver again changes nothing."""
    delivery.init_app(app)
    ruling_made.connect(tell_of_ruling)
    appeal_answered.connect(tell_of_appeal)
    request_changed.connect(tell_of_request)
