"""Attachment downloads: for everybody who may read the article, never run by a browser."""

from urllib.parse import quote

import pytest

from board.extensions import db
from tests.support import files

NAME = "6월 보도자료.hwp"


@pytest.fixture
def file(article, admin):
    file = article.attach(files.hwp(), NAME, by=admin)
    db.session.commit()
    return file


@pytest.fixture
def address(file):
    return f"/attachments/{file.id}/{quote(NAME)}"


def test_a_guest_downloads_a_file_by_its_korean_name(client, address):
    answer = client.get(address)
    assert answer.status_code == 200 and answer.data == files.hwp().getvalue()
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment;")
    assert f"filename*=UTF-8''{quote(NAME)}" in disposition


def test_a_download_forbids_sniffing_running_and_framing(client, address):
    headers = client.get(address).headers
    assert headers["Content-Type"] == "application/x-hwp"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_download_that_is_there_already_is_not_sent_again(client, address):
    etag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


def test_an_old_name_leads_to_the_file(client, file):
    answer = client.get(f"/attachments/{file.id}/other.hwp")
    assert answer.status_code == 301 and answer.location.endswith(quote(NAME))


def test_files_of_drafts_and_withdrawn_articles_are_not_there(
    client, visit, reader, moderator, admin, article, address
):
    article.withdraw(by=admin, reason="잘못 올림")
    db.session.commit()
    for person in (None, reader, moderator):
        assert visit(person).get(address).status_code == 404
    kept = visit(admin).get(address)
    assert kept.status_code == 200 and kept.headers["Cache-Control"] == "private, no-store"


def test_a_photo_is_no_download_and_a_lost_file_is_not_an_error(client, article, admin, file):
    photo = article.attach(files.picture(), "사진.jpg", by=admin)
    file.path().unlink()
    db.session.commit()
    assert client.get(f"/attachments/{photo.id}/{quote('사진.jpg')}").status_code == 404
    assert client.get(f"/attachments/{file.id}/{quote(NAME)}").status_code == 404


@pytest.mark.parametrize(
    "asked", ["items=0-3", "bytes=5-1", "bytes=0-4,6-9", "bytes=", "bytes=a-b"]
)
def test_a_range_we_do_not_serve_gives_the_whole_file(client, address, asked):
    answer = client.get(address, headers={"Range": asked})
    assert answer.status_code == 200 and answer.data == files.hwp().getvalue()


def test_a_download_goes_on_where_it_was_broken_off(client, address):
    whole = files.hwp().getvalue()
    answer = client.get(address, headers={"Range": "bytes=4-"})
    assert answer.status_code == 206 and answer.data == whole[4:]
    beyond = client.get(address, headers={"Range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416
