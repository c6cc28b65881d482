"""Compression."""

import gzip

GZIP = {"Accept-Encoding": "gzip, br"}


def test_a_page_comes_smaller_and_says_the_same(client, article):
    plain = client.get(f"/articles/{article.id}")
    packed = client.get(f"/articles/{article.id}", headers=GZIP)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2
    assert packed.headers["ETag"] == plain.headers["ETag"]
    assert "Accept-Encoding" in packed.headers["Vary"]


def test_a_fresh_copy_is_a_304_without_a_body(client, article):
    first = client.get("/", headers=GZIP)
    again = client.get("/", headers={"If-None-Match": first.headers["ETag"], **GZIP})
    assert again.status_code == 304
    assert not again.data


def test_style_and_script_come_compressed_and_stay_for_a_year(client):
    packed = client.get("/static/css/app.css?v=1", headers=GZIP)
    assert gzip.decompress(packed.data) == client.get("/static/css/app.css").data
    assert "immutable" in packed.headers["Cache-Control"]


def test_who_takes_no_gzip_gets_none(client):
    for accepted in ("identity", "gzip;q=0", ""):
        answer = client.get("/static/css/app.css", headers={"Accept-Encoding": accepted})
        assert "Content-Encoding" not in answer.headers


def test_pictures_are_left_as_they_are(client):
    answer = client.get("/static/images/touch-icon.png", headers=GZIP)
    assert "Content-Encoding" not in answer.headers


def test_a_members_token_looks_different_on_every_page(visit, reader):
    narae = visit(reader)
    assert narae.get("/account").data != narae.get("/account").data
    assert narae.submit("/session/end").status_code == 303
