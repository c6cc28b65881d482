"""Mail sender authentication: only our own mail server is believed."""

import pytest

from board.text.authentication import belongs_to, vouched_domains

OURS = "mx.paper.example"


def mail(*lines: str) -> bytes:
    return "".join(f"Authentication-Results: {line}\r\n" for line in lines).encode() + b"\r\nHi\r\n"


@pytest.mark.parametrize(
    ("line", "domains"),
    [
        (f"{OURS}; dkim=pass header.d=solnae.example header.s=a", {"solnae.example"}),
        (f"{OURS} 1; dkim=pass (good\r\n signature) header.i=@solnae.example", {"solnae.example"}),
        (f"{OURS}; spf=pass smtp.mailfrom=a@b.example; dkim=fail header.d=solnae.example", set()),
        (f"{OURS}; dmarc=pass (p=none) header.from=Solnae.Example", {"solnae.example"}),
        (f"{OURS}; none", set()),
        (f"{OURS}; dkim=pass", set()),
    ],
)
def test_a_domain_that_our_server_authenticated_counts(line, domains):
    assert vouched_domains(mail(line), OURS) == domains


def test_a_header_of_another_server_is_ignored():
    forged = "mx.elsewhere.example; dkim=pass header.d=solnae.example"
    assert vouched_domains(mail(forged), OURS) == set()
    assert vouched_domains(mail(f"{OURS}; dkim=fail header.d=a.example", forged), OURS) == set()


def test_only_the_topmost_line_in_our_name_is_believed():
    forged = f"{OURS}; dkim=pass header.d=solnae.example"
    assert vouched_domains(mail(f"{OURS}; dkim=none", forged), OURS) == set()


def test_without_a_trusted_server_no_domain_is_authenticated():
    assert vouched_domains(mail("; dkim=pass header.d=solnae.example"), "") == set()


def test_a_header_in_the_mail_body_is_ignored():
    forged = b"Subject: a\r\n\r\n" + mail(f"{OURS}; dkim=pass header.d=solnae.example")
    assert vouched_domains(forged, OURS) == set()


@pytest.mark.parametrize(
    ("address", "is_theirs"),
    [
        ("press@solnae.example", True),
        ("press@Mail.Solnae.example", True),
        ("press@evilsolnae.example", False),
        ("solnae.example@elsewhere.example", False),
        ("", False),
    ],
)
def test_an_address_belongs_to_its_domain_and_those_above(address, is_theirs):
    assert belongs_to(address, {"solnae.example"}) is is_theirs
