"""Figures that templates may name: `figures.longest_query`, `figures.undo_for|span`.

Each is said where its noun stands and only gathered here: lengths in characters, files in bytes,
periods as `timedelta`, the terms of the law in days or months.
"""

from types import SimpleNamespace

from board.files.limits import LARGEST_FILE
from board.models import LONGEST_TAKEDOWN
from board.models.article.deletable import KEPT_FOR
from board.models.article.searchable import LONGEST_QUERY
from board.models.attachment.attachment import LONGEST_ALT, LONGEST_CAPTION, LONGEST_CREDIT
from board.models.audit.origin import LASTS as ORIGINS_LAST
from board.models.comment.author import SAME_ADDRESS
from board.models.comment.removal import UNDO_FOR
from board.models.comment.report import KNOWN_AFTER
from board.models.comment.reportable import PEOPLE_TO_HOLD, STRANGERS_TO_HOLD
from board.models.legal.receipted import KEPT
from board.models.moderation import attack_mode
from board.models.screening import slowed
from board.models.screens import manipulation
from board.models.user.authenticated import LONGEST_PASSWORD
from board.models.voting.exclusion import LONGEST_WHY
from board.text import legal_deadlines
from board.text.names import LONGEST_USERNAME

FIGURES = SimpleNamespace(
    longest_query=LONGEST_QUERY,
    longest_username=LONGEST_USERNAME,
    longest_password=LONGEST_PASSWORD,
    longest_alt=LONGEST_ALT,
    longest_caption=LONGEST_CAPTION,
    longest_credit=LONGEST_CREDIT,
    longest_why=LONGEST_WHY,
    largest_file=LARGEST_FILE,
    articles_kept_for=KEPT_FOR,
    undo_for=UNDO_FOR,
    requests_kept_for=KEPT,
    origins_last=ORIGINS_LAST,
    same_address=SAME_ADDRESS,
    people_to_hold=PEOPLE_TO_HOLD,
    strangers_to_hold=STRANGERS_TO_HOLD,
    known_after=KNOWN_AFTER,
    longest_takedown=LONGEST_TAKEDOWN,
    days_to_answer=legal_deadlines.DAYS_TO_ANSWER,
    days_to_publish=legal_deadlines.DAYS_TO_PUBLISH,
    days_to_arbitration=legal_deadlines.DAYS_TO_ARBITRATION,
    months_to_ask=legal_deadlines.MONTHS_TO_ASK,
    months_after_report=legal_deadlines.MONTHS_AFTER_REPORT,
    alarm_span=attack_mode.SPAN,
    alarm_lasts=attack_mode.LASTING_BY_ITSELF,
    most_writers=attack_mode.MOST_WRITERS,
    times_usual=attack_mode.TIMES_USUAL,
    most_held=attack_mode.MOST_HELD,
    slowed_after=slowed.PATIENCE,
    slowed_within=slowed.WITHIN,
    slowed_apart=slowed.APART,
    arranged_lately=manipulation.LATELY,
    arranged_span=manipulation.SPAN,
    arranged_pair=manipulation.PAIR,
    arranged_burst=manipulation.BURST,
)
