"""Photos of an article: those in the story stay in place; the others stand above it."""

import pytest

from board.extensions import db
from board.models import Article
from tests.support import files


@pytest.fixture
def photos(article, admin):
    return [
        article.attach(files.picture(700 + at, 500), f"{at}.jpg", by=admin, alt=f"사진 {at}")
        for at in range(3)
    ]


def write(article, admin, body):
    article.revise(by=admin, body=body)
    db.session.commit()
    db.session.expire_all()
    return db.session.get(Article, article.id)


def test_a_photo_is_shown_in_its_place_with_what_is_said_of_it(article, admin, photos):
    photos[1].describe(by=admin, alt="쉼터의 문 & 창", caption="새 쉼터", credit="솔내시")
    article = write(article, admin, f"<p>앞</p><p><img src=/photos/{photos[1].id}></p><p>뒤</p>")
    assert str(article.body).count("alt") == 0
    before, shown, after = str(article.story).replace("</figure>", "<figure").split("<figure")
    assert (before, after) == ("<p>앞</p>", "<p>뒤</p>")
    assert 'alt="쉼터의 문 &amp; 창"' in shown and "새 쉼터" in shown and "(사진=솔내시)" in shown
    assert f'src="/photos/{photos[1].id}/480.jpg"' in shown and 'width="480"' in shown


def test_what_stands_in_the_story_is_not_shown_above_it_again(article, admin, photos):
    assert article.gallery == photos and article.lead_photo is photos[0]
    article = write(article, admin, f"<p>앞</p><figure><img src=/photos/{photos[0].id}></figure>")
    assert [photo.name for photo in article.gallery] == ["1.jpg", "2.jpg"]
    assert article.lead_photo.name == "0.jpg"


def test_a_photo_that_is_gone_or_hangs_elsewhere_leaves_no_hole(article, board, admin, photos):
    other = Article.draft(board=board, by=admin, title="다른 글", body="")
    theirs = other.attach(files.picture(), "남의 사진.jpg", by=admin)
    body = f"<p>앞</p><img src=/photos/{photos[0].id}><img src=/photos/{theirs.id}><p>뒤</p>"
    article = write(article, admin, body)
    article.photos[0].remove(by=admin)
    db.session.commit()
    assert str(article.story) == "<p>앞</p><p>뒤</p>"


def test_only_the_first_photo_of_a_page_comes_at_once(article, admin, photos):
    placed = "".join(f"<img src=/photos/{photo.id}>" for photo in photos)
    story = str(write(article, admin, placed).story)
    assert story.count("fetchpriority") == 1 and story.count('loading="lazy"') == 2
    assert story.index("fetchpriority") < story.index('loading="lazy"')
