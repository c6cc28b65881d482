"""The newsroom: every page here stands behind the admins' door."""

from flask import Blueprint

from board.doors import admins, door
from board.web.newsroom import (
    acceptances,
    articles,
    attachments,
    audit,
    board_positions,
    boards,
    correction_requests,
    corrections,
    deletions,
    group_positions,
    groups,
    home,
    manuscripts,
    pastes,
    positions,
    press_offices,
    previews,
    publications,
    publisher,
    refusals,
    reinstatements,
    reopenings,
    retractions,
    revision_restorations,
    revisions,
    user_sessions,
    users,
    withdrawals,
)

bp = door(Blueprint("newsroom", __name__, url_prefix="/newsroom"), admins)

for resource in (
    acceptances,
    articles,
    attachments,
    audit,
    board_positions,
    boards,
    correction_requests,
    corrections,
    deletions,
    group_positions,
    groups,
    home,
    manuscripts,
    pastes,
    positions,
    press_offices,
    previews,
    publications,
    publisher,
    refusals,
    reinstatements,
    reopenings,
    retractions,
    revision_restorations,
    revisions,
    user_sessions,
    users,
    withdrawals,
):
    bp.register_blueprint(resource.bp)
