"""Every page for readers says whether it is shared from memory, or why it is made for each."""

from __future__ import annotations

import pytest
from flask import Flask

from board.access.doors import anyone, door_of

pytestmark = pytest.mark.one_database

A_FORM = "a form, opened now and then"
A_FILE = "a file, which caches keep by its address"
ASKED_FOR = "each question is counted for who asks"
ONES_OWN = "told to who sent it"
MADE_FOR_EACH = {
    "static": A_FILE,
    "photos.show": A_FILE,
    "attachments.show": A_FILE,
    "searches.index": ASKED_FOR,
    "correction_requests.show": ONES_OWN,
    "takedown_requests.show": ONES_OWN,
    "comments.new": A_FORM,
    "comments.edit": A_FORM,
    "removals.new": A_FORM,
    "reports.new": A_FORM,
    "appeals.new": A_FORM,
    "sessions.new": A_FORM,
    "registrations.new": A_FORM,
    "correction_requests.new": A_FORM,
    "correction_receipts.new": A_FORM,
    "takedown_requests.new": A_FORM,
    "takedown_receipts.new": A_FORM,
    "takedown_objections.new": A_FORM,
    "comments.show": "leads on to the page a comment is on",
    "form_stamps.new": "each is used once",
    "proof_of_work.new": "each is used once",
    "health.show": "tells how it is now",
    "health.ready": "tells how it is now",
    "dev.components.show": "stands on no paper's site",
}


def test_a_page_for_readers_is_shared_or_says_why_not(app: Flask):
    asked = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "GET" in rule.methods and door_of(app, rule.endpoint) is anyone
    }
    given = {each for each in asked if hasattr(app.view_functions[each], "shared")}
    assert given >= {"home.index", "boards.show", "articles.show"}
    assert asked - given == MADE_FOR_EACH.keys()
