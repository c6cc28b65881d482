"""Signal receivers: write the mails about every action, wherever it is done.

Views, commands and seeds need not care. A mail is written in the transaction of its cause; an error
rolls both back, so that nobody is judged without notice, and the fault is seen at once. An
unreachable mail server stops nothing, because sending comes after the commit.
"""

from flask import Flask

from board.models.comment.events import appeal_answered
from board.models.legal.events import request_changed
from board.models.moderation.events import suspension_lifted, suspension_placed
from board.models.moderation.ruling.events import ruling_made
from board.notifications import delivery
from board.notifications.requests import tell_of_request
from board.notifications.rulings import tell_of_appeal, tell_of_ruling
from board.notifications.suspensions import tell_of_lifting, tell_of_suspension


def init_app(app: Flask) -> None:
    """Connect the receivers; a second time changes nothing."""
    delivery.init_app(app)
    ruling_made.connect(tell_of_ruling)
    appeal_answered.connect(tell_of_appeal)
    suspension_placed.connect(tell_of_suspension)
    suspension_lifted.connect(tell_of_lifting)
    request_changed.connect(tell_of_request)
