"""robots.txt."""


def test_crawlers_are_kept_from_the_newsroom_and_shown_the_sitemap(client):
    text = client.get("/robots.txt").text
    assert "Disallow: /newsroom" in text
    assert "Sitemap: http://localhost/sitemap.xml" in text
