"""Health checks."""


def test_alive_and_ready(client):
    assert client.get("/healthz").text == "ok\n"


def test_not_ready_while_attachments_cannot_be_kept(client, instance):
    assert client.get("/readyz").status_code == 503
    (instance / "attachments").mkdir()
    assert client.get("/readyz").text == "ok\n"
