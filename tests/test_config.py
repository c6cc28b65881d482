"""Settings: a real paper cannot start with weak ones."""

import os
import random
from base64 import urlsafe_b64encode

import pytest

from board.config import BadSettings, Settings
from tests.support.disk import no_room

SECRET = "kP3v9Zq7Lw2Xr8Tn4Bc6Hy1Jd5Fg0Ms_Ae-Uo"


def production(tmp_path, **changes):
    environ = {
        "BOARD_ENV": "production",
        "BOARD_INSTANCE": str(tmp_path / "instance"),
        "BOARD_SECRET_KEY": SECRET,
        "BOARD_URL": "https://paper.example",
    }
    return Settings.from_environment({**environ, **changes})


def test_a_real_paper_starts_with_a_secret_and_an_address(tmp_path):
    settings = production(tmp_path)
    assert settings.is_secure
    assert "paper.example" in settings.hosts
    assert SECRET not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("BOARD_SECRET_KEY", "", "BOARD_SECRET_KEY is missing"),
        ("BOARD_SECRET_KEY", "short", "32 or more"),
        ("BOARD_SECRET_KEY", "a" * 40, "32 or more"),
        ("BOARD_SECRET_KEY", "abcdefghijklmnopqrstuvwxyz0123456789", "32 or more random"),
        ("BOARD_SECRET_KEY", "0123456789abcdef0123456789abcdef", "32 or more random"),
        ("BOARD_SECRET_KEY", "zyxwvutsrqponmlkjihgfedcba9876543210", "32 or more random"),
        ("BOARD_SECRET_KEY", "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQq", "32 or more random"),
        ("BOARD_SECRET_KEY", "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6", "32 or more random"),
        ("BOARD_SECRET_KEY", SECRET[:10] * 4, "32 or more random"),
        ("BOARD_SECRET_KEY", SECRET[:16] * 2 + SECRET[:5], "32 or more random"),
        ("BOARD_SECRET_KEY", "naru-key-1-naru-key-2-naru-key-3-naru", "32 or more random"),
        ("BOARD_SECRET_KEY", "가나다라마바사아자차카타파하" * 3, "32 or more random"),
        ("BOARD_SECRET_KEY", "qwertyuiop[]asdfghjkl;'zxcvbnm,./", "looks like an example"),
        ("BOARD_SECRET_KEY", "change-me-please-this-is-an-example-0123", "looks like an example"),
        ("BOARD_SECRET_KEY_FALLBACKS", "short", "32 or more"),
        ("BOARD_SECRET_KEY_FALLBACKS", f"{SECRET[::-1]} {SECRET[:9] * 4}", "32 or more random"),
        ("BOARD_URL", "http://paper.example", "https://"),
        ("BOARD_URL", "paper.example", "must look like"),
        ("BOARD_URL", "https://paper.example/news", "must look like"),
        ("BOARD_HOSTS", "*.paper.example", "wildcards"),
        ("BOARD_HOSTS", ".paper.example", "wildcards"),
        ("BOARD_DATABASE_URL", "mysql://x", "must begin with"),
        ("BOARD_INBOX", "imap://press:secret@mail.example", "use imaps://"),
        ("BOARD_INBOX", "imaps://mail.example:993x", "BOARD_INBOX is not right"),
        ("BOARD_ENV", "prod", "must be one of"),
        ("PORT", "http", "PORT must be a number"),
        ("PORT", "70000", "PORT must be a number"),
        ("BOARD_WORKERS", "0", "BOARD_WORKERS must be a number"),
        ("BOARD_THREADS", "0", "BOARD_THREADS must be a number"),
        ("BOARD_TRUSTED_PROXIES", "-1", "BOARD_TRUSTED_PROXIES must be a number"),
    ],
)
def test_an_invalid_setting_stops_the_start_with_one_line(tmp_path, name, value, sentence):
    with pytest.raises(BadSettings, match=sentence) as stopped:
        production(tmp_path, **{name: value})
    assert "\n" not in str(stopped.value)


def test_random_secrets_of_any_kind_are_taken(tmp_path, monkeypatch):
    monkeypatch.setattr("board.config.EXAMPLE_SECRETS", ())  # three letters are soon met by chance
    dice = random.Random(2026)  # noqa: S311
    for length in [24, 32, 48] * 20:
        made = dice.randbytes(length)
        for secret in (made.hex(), urlsafe_b64encode(made).decode(), made[:16].hex()):
            assert production(tmp_path, BOARD_SECRET_KEY=secret).secret_key == secret


def test_the_names_of_the_site_are_the_same_in_capitals(tmp_path):
    settings = production(tmp_path, BOARD_URL="https://Paper.Example", BOARD_HOSTS="NEWS.example")
    assert (settings.url, settings.hosts) == ("https://paper.example", ("news.example",))


def test_debugging_is_off_in_production(tmp_path, monkeypatch):
    monkeypatch.setenv("FLASK_DEBUG", "1")
    with pytest.raises(BadSettings, match="FLASK_DEBUG"):
        production(tmp_path)


def test_the_sample_keeps_a_secret_of_its_own_that_nobody_else_reads(tmp_path):
    first = Settings.from_environment({"BOARD_INSTANCE": str(tmp_path / "one")})
    again = Settings.from_environment({"BOARD_INSTANCE": str(tmp_path / "one")})
    other = Settings.from_environment({"BOARD_INSTANCE": str(tmp_path / "two")})
    assert first.secret_key == again.secret_key != other.secret_key
    assert (tmp_path / "one" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "one").stat().st_mode & 0o777 == 0o700


def test_a_full_disk_leaves_no_empty_secret(tmp_path):
    (tmp_path / "one" / "attachments").mkdir(parents=True)
    with no_room(), pytest.raises(OSError, match="too large"):
        Settings.from_environment({"BOARD_INSTANCE": str(tmp_path / "one")})
    settings = Settings.from_environment({"BOARD_INSTANCE": str(tmp_path / "one")})
    assert len(settings.secret_key) > 32
    assert {path.name for path in (tmp_path / "one").iterdir()} == {"attachments", "secret_key"}


def test_whatever_a_site_writes_is_its_owners_alone(tmp_path):
    before = os.umask(0o022)
    try:
        Settings.from_environment({"BOARD_INSTANCE": str(tmp_path / "one")})
        (tmp_path / "written").write_text("")
    finally:
        os.umask(before)
    assert (tmp_path / "written").stat().st_mode & 0o777 == 0o600


def test_several_copies_run_side_by_side(tmp_path):
    settings = Settings.from_environment({"BOARD_INSTANCE": str(tmp_path), "PORT": "8123"})
    assert settings.url == "http://127.0.0.1:8123"
    assert str(tmp_path) in settings.database_url


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSettings, match="cannot be written"):
        Settings.from_environment({"BOARD_INSTANCE": str(tmp_path / "file" / "instance")})
