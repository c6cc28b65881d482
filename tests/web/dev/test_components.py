"""Component gallery: for developers only."""

import pytest

TWELVE = "button confirm field-section wrong-section notice crumbs table row pager figure comment"

pytestmark = pytest.mark.one_database


def test_every_component_stands_on_one_page(client):
    page = client.get("/dev/components")
    assert page.status_code == 200
    for name in TWELVE.split():
        assert f'id="{name}"' in page.text, name
    for state in (
        'aria-pressed="true"',
        'aria-busy="true"',
        'aria-invalid="true"',
        "disabled",
        "readonly",
        "아래를 고쳐 주세요.",
        "40자까지 쓸 수 있습니다. 지금 ",
        "운영자가 지운 댓글입니다. 사유: 욕설·혐오",
        "되돌리기",
    ):
        assert state in page.text, state


def test_no_page_links_to_it(client, visit, admin, article):
    for address in ("/", f"/articles/{article.id}", "/sitemaps/pages.xml"):
        assert "/dev/" not in client.get(address).text
    assert "/dev/" not in visit(admin).get("/newsroom").text


def test_opening_it_writes_nothing(client, article):
    before = client.get(f"/articles/{article.id}").data
    client.get("/dev/components")
    assert client.get(f"/articles/{article.id}").data == before


def test_a_real_paper_does_not_have_it(app, client, instance):
    object.__setattr__(app.settings, "environment", "production")
    assert client.get("/dev/components").status_code == 404
