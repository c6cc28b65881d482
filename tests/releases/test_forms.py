"""Releases in the forms of offices: the headline is read, however it is worded."""

import pytest

from board.text import extraction
from tests.releases import trial
from tests.releases.forms import FORMS, STORY, WORDINGS, Form

CASES = trial.forms()


@pytest.mark.parametrize(("form", "wording"), CASES, ids=lambda x: getattr(x, "name", x))
def test_a_form_is_understood_with_any_headline(form: Form, wording: str):
    assert trial.tried_form(form, wording).faults == []


@pytest.mark.parametrize(
    ("size", "caption", "stays"),
    [
        ("width='1600' height='200'", "", False),
        ("width='120' height='88'", "", False),
        ("width='1600' height='200'", "▲ 물내나루 쉼터(사진: 새들군 제공)", True),
        ("width='1600' height='1067'", "", True),
        ("width='800' height='1200'", "", True),
        ("", "", True),
    ],
)
def test_pictures_below_the_contact_box_are_banners_by_their_shape(size, caption, stays):
    picture = f"<figure><img src='picture:2' alt='' {size}></figure><p>{caption}</p>"
    form = next(form for form in FORMS if form.name == "standard")
    found = extraction.read_document(form.write(WORDINGS["noun"], form.subtitles) + picture)
    assert ("picture:2" in found.html) is stays
    assert ("picture:2" in [line.text for line in found.cut if line.kind == "logo"]) is not stays


def test_a_paragraph_that_was_broken_by_hand_is_one():
    for form in FORMS:
        if form.name.startswith("anchored"):
            html = extraction.read_document(form.write(WORDINGS["noun"], form.subtitles)).html
            assert f"<p>{STORY[0]}</p>" in html
