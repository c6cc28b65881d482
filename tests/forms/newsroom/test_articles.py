"""The editor's form: plain text and HTML are two ways to write the same body."""

from werkzeug.datastructures import MultiDict
from wtforms import Form

from board.forms.newsroom.articles import Body


class Editor(Form):
    body = Body("본문")


def body(typed):
    return Editor(MultiDict({"body": typed})).body


def test_plain_text_becomes_paragraphs_and_stays_plain_in_the_box():
    field = body("첫 문단\n\n▲ 하나\n▲ 둘")
    assert field.html == "<p>첫 문단</p><ul><li>하나</li><li>둘</li></ul>"
    assert field.source == "첫 문단\n\n▲ 하나\n▲ 둘"


def test_html_stays_html_and_is_plain_in_the_box_when_nothing_is_lost():
    assert body("<p>하나</p><p>둘</p>").source == "하나\n\n둘"
    table = "<table><tr><td>표</td></tr></table>"
    assert (body(table).html, body(table).source) == (table, table)


def test_signs_in_plain_text_are_letters():
    assert body("3 < 5 & 7 > 2").html == "<p>3 &lt; 5 &amp; 7 &gt; 2</p>"
