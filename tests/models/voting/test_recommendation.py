"""Recommendations: one per person, counted exactly, withdrawn at will."""

import threading

from board.extensions import db, writing
from board.models import Article, Guest, Recommendation


def test_a_second_recommendation_changes_nothing(article, reader):
    assert article.recommend(by=reader)
    assert not article.recommend(by=reader)
    db.session.commit()
    assert article.recommendations_count == 1
    assert article.is_recommended_by(reader)


def test_taking_back_twice_takes_back_once(article, reader, guest):
    article.recommend(by=reader)
    article.recommend(by=guest)
    assert article.unrecommend(by=reader)
    assert not article.unrecommend(by=reader)
    db.session.commit()
    assert article.recommendations_count == 1
    assert article.is_recommended_by(guest) and not article.is_recommended_by(reader)


def test_nobody_recommends_the_own_words(article, admin, reader, guest):
    comment = article.comment("제 생각입니다.", by=reader)
    assert not admin.can_recommend(article) and reader.can_recommend(article)
    assert not reader.can_recommend(comment) and guest.can_recommend(comment)


def test_twenty_people_at_once_are_twenty_and_one_person_is_one(app, article):
    article_id = article.id
    db.session.commit()

    def recommend(token: str) -> None:
        writing.set(True)
        with app.app_context():
            db.session.get(Article, article_id).recommend(by=Guest(token))
            db.session.commit()

    tokens = [f"guest-{number}" for number in range(20)] + ["the same one"] * 10
    threads = [threading.Thread(target=recommend, args=(token,)) for token in tokens]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    db.session.expire_all()
    assert db.session.get(Article, article_id).recommendations_count == 21
    assert db.session.query(Recommendation).count() == 21
