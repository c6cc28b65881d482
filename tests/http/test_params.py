"""Request parameters: addresses that are nearly right."""

import pytest


@pytest.mark.parametrize("slashes", ["/", "//"])
def test_an_address_with_a_slash_too_many_leads_to_its_page(client, article, slashes):
    answer = client.get(f"/articles/{article.id}{slashes}?order=newest")
    assert answer.status_code == 301
    assert answer.location == f"/articles/{article.id}?order=newest"
    assert client.get(answer.location).status_code == 200


@pytest.mark.parametrize("address", ["/nowhere/", "/articles/0/", "/articles/x/"])
def test_what_leads_nowhere_leads_nowhere_without_the_slash(client, article, address):
    assert client.get(address).status_code == 404


def test_no_slash_leads_to_another_site(client, article):
    answer = client.get(f"//articles/{article.id}/")
    assert not (answer.location or "/").startswith("//")


def test_a_form_is_not_sent_on(client, article):
    token = client.token()
    answer = client.post(f"/articles/{article.id}/comments/", data={"csrf_token": token})
    assert answer.status_code == 404
