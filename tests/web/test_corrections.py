"""Corrections on the public pages."""

import json
import re

from board.extensions import db
from board.text.korean import iso


def test_a_correction_stands_above_the_text_and_in_the_data(client, article, admin):
    article.correct(kind="correction", text="문은 일곱 시에 엽니다.\n여섯 시가 아닙니다.", by=admin)
    page = client.get(f"/articles/{article.id}").text
    box = page.index("정정보도 <span")
    assert page.index('class="byline"') < box < page.index('class="prose"')
    assert "<p>여섯 시가 아닙니다.</p>" in page
    data = json.loads(re.search(r'ld\+json">(.+?)</script>', page)[1])
    [comment] = data["correction"]
    assert comment["@type"] == "CorrectionComment" and "일곱 시" in comment["text"]
    assert data["dateModified"] == comment["datePublished"] > data["datePublished"]


def test_a_readers_copy_is_stale_after_a_correction(client, article, admin):
    address = f"/articles/{article.id}"
    copy = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": copy}).status_code == 304
    article.correct(kind="correction", text="고칩니다.", by=admin)
    assert client.get(address, headers={"If-None-Match": copy}).status_code == 200


def test_all_corrections_stand_on_one_page_newest_first(client, article, admin):
    article.correct(kind="correction", text="첫째 정정", by=admin)
    article.correct(kind="rebuttal", text="둘째 <b>반론</b>", by=admin)
    page = client.get("/corrections").text
    assert page.index("둘째 &lt;b&gt;반론") < page.index("첫째 정정")
    assert page.count(article.title) == 2
    assert 'href="/corrections"' in client.get("/").text


def test_what_was_taken_back_or_withdrawn_is_not_there(client, article, admin):
    article.correct(kind="correction", text="첫째 정정", by=admin).retract(by=admin, reason="착오")
    article.correct(kind="correction", text="둘째 정정", by=admin)
    assert "첫째 정정" not in client.get("/corrections").text
    assert "첫째 정정" not in client.get(f"/articles/{article.id}").text
    article.withdraw(by=admin, reason="확인 중")
    assert "둘째 정정" not in client.get("/corrections").text


def test_an_empty_list_says_so_and_a_page_past_the_end_is_not_found(client, app):
    assert "아직 게재한 정정" in client.get("/corrections").text
    assert client.get("/corrections?page=2").status_code == 404


def test_a_correction_changes_the_map_of_the_site(client, article, admin):
    correction = article.correct(kind="correction", text="고칩니다.", by=admin)
    db.session.commit()
    stamp = f"<lastmod>{iso(correction.published_at)}</lastmod>"
    assert stamp in client.get(f"/sitemaps/{article.published_at:%Y-%m}.xml").text
