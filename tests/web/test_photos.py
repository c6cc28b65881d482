"""Photo files in their widths."""

from io import BytesIO

import pytest
from PIL import Image

from board.extensions import db
from tests.support import files
from tests.support.retouching import blur


@pytest.fixture
def photo(article, admin):
    photo = article.attach(files.picture(), "쉼터.jpg", by=admin, alt="쉼터의 문")
    db.session.commit()
    return photo


@pytest.mark.parametrize(
    ("part", "media_type"), [("480.webp", "image/webp"), ("1600.jpg", "image/jpeg")]
)
def test_a_reader_gets_a_photo_once_a_day(client, photo, part, media_type):
    answer = client.get(f"/photos/{photo.id}/{part}")
    assert (answer.status_code, answer.mimetype) == (200, media_type)
    assert Image.open(BytesIO(answer.data)).width == int(part.split(".")[0])
    kept = answer.headers["Cache-Control"]
    assert set(kept.split(", ")) == {"public", "max-age=86400", "must-revalidate"}
    again = client.get(answer.request.path, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_whoever_kept_a_photo_hears_that_it_was_withdrawn(client, photo, article, admin):
    address = photo.address(480)
    kept = client.get(address).headers["ETag"]
    article.withdraw(by=admin, reason="잘못 올림")
    gone = client.get(address, headers={"If-None-Match": kept})
    assert gone.status_code == 404 and "no-cache" in gone.headers["Cache-Control"]


@pytest.mark.parametrize("who", ["reader", "admin", None])
def test_a_public_photo_is_the_same_whoever_asks(visit, request, article, admin, photo, who):
    visitor = visit(who and request.getfixturevalue(who))
    for address in (photo.address(480), photo.address()):
        answer = visitor.get(address)
        assert answer.status_code == 200 and answer.cache_control.public, address
        assert "Vary" not in answer.headers and "Set-Cookie" not in answer.headers, address
    article.withdraw(by=admin, reason="잘못 올림")
    answer = visitor.get(photo.address(480))
    assert not answer.cache_control.public and "Cookie" in answer.headers["Vary"]


def test_the_address_in_a_body_leads_to_the_photo(client, photo):
    answer = client.get(f"/photos/{photo.id}")
    assert (answer.status_code, answer.location) == (302, f"/photos/{photo.id}/1600.webp")


NOTHING = "640.webp 480.jpg file master.jpg master.webp 480-2.webp ..%2Fboard.sqlite3 480.webp.x"


@pytest.mark.parametrize("part", NOTHING.split())
def test_only_existing_versions_of_a_photo_are_served(client, photo, part):
    assert client.get(f"/photos/{photo.id}/{part}").status_code == 404


def test_photos_of_unpublished_articles_are_for_the_newsroom_only(
    client, visit, moderator, admin, article, photo
):
    article.withdraw(by=admin, reason="잘못 올림")
    db.session.commit()
    address = f"/photos/{photo.id}/480.webp"
    assert client.get(address).status_code == 404
    assert visit(moderator).get(address).status_code == 404
    kept = visit(admin).get(address)
    assert kept.status_code == 200 and kept.headers["Cache-Control"] == "private, no-store"


def test_the_article_shows_its_photo_with_words_and_sizes(client, article, photo):
    page = client.get(f"/articles/{article.id}").text
    assert f"/photos/{photo.id}/480.webp 480w" in page
    assert 'alt="쉼터의 문"' in page and 'width="1600" height="1000"' in page


def test_once_a_face_is_blurred_no_address_shows_it(client, visit, admin, photo):
    addresses = [photo.address(width) for width in photo.widths] + [photo.address()]
    blur(photo, (0, 0, 0.5, 1), by=admin)
    for address in addresses:
        for browser in (client, visit(admin)):
            answer = browser.get(address)
            assert (answer.status_code, answer.location) == (302, photo.address())
    for part in ("master.jpg", "master-2.jpg", "480-1.webp", "480-3.webp"):
        assert visit(admin).get(f"/photos/{photo.id}/{part}").status_code == 404
    assert visit(admin).get(f"/attachments/{photo.id}/master.jpg").status_code == 404
    assert client.get(photo.address(480)).status_code == 200
