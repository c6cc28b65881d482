"""The feed of corrections."""

import feedparser


def test_it_opens_in_a_feed_parser(client, article, admin):
    correction = article.correct(kind="follow_up", text="무죄로 <끝났습니다> \u0007", by=admin)
    answer = client.get("/feeds/corrections.rss")
    feed = feedparser.parse(answer.data)
    assert answer.mimetype == "application/rss+xml" and not feed.bozo
    [entry] = feed.entries
    assert entry.title == f"추후보도: {article.title}"
    assert entry.link == f"http://localhost/articles/{article.id}#correction-{correction.id}"


def test_the_papers_feed_says_when_an_article_was_corrected(client, article, admin):
    article.correct(kind="correction", text="고칩니다.", by=admin)
    feed = feedparser.parse(client.get("/feeds/articles.rss").data)
    [entry] = feed.entries
    assert entry.updated_parsed > entry.published_parsed
    assert feed.feed.updated_parsed >= entry.updated_parsed


def test_a_correction_taken_back_leaves_the_feed(client, article, admin):
    article.correct(kind="correction", text="고칩니다.", by=admin).retract(by=admin, reason="착오")
    assert feedparser.parse(client.get("/feeds/corrections.rss").data).entries == []
