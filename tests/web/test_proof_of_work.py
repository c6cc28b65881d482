"""Proof-of-work puzzles for browsers."""


def test_each_who_asks_gets_another(client):
    first, second = client.get("/puzzles/new").json, client.get("/puzzles/new").json
    assert first["salt"] != second["salt"] and first["algorithm"] == "SHA-256"
    assert set(first) == {"algorithm", "challenge", "maxnumber", "salt", "signature"}
