"""Settings of one site, read from environment variables and checked at startup.

The table in README.md lists the variables, all named `BOARD_…` but `PORT`. An invalid setting stops
the start with one line (`BadSettings`), never with a traceback.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from board.mail.inbox import mailbox_at
from board.mail.smtp import STARTTLS, TLS, Smtp

ROOT = Path(__file__).resolve().parent.parent
VERSION = version("naru")  # of pyproject.toml, as `make` installed it
ENVIRONMENTS = ("sample", "production", "test")
SHORTEST_SECRET = 32
FEWEST_TURNS = 24  # of a random key of that length nearly each is another one
ADDRESS_DAYS = 90  # how long the addresses readers wrote from are kept, unless told
PAGE_CACHE_MEGABYTES = 32  # in each process
MOST_WORKERS = 4  # unless told
THREADS = 4  # in each process; one makes pages, the others stand by for slow ones
EXAMPLE_SECRETS = ("secret", "change", "example", "dev", "test", "password", "qwerty", "바꾸")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class BadSettings(Exception):
    """An invalid setting, which stops the start; the text is one clear line."""


@dataclass(frozen=True)
class Settings:
    """All settings. `url` is the site's absolute address without a trailing slash."""

    environment: str
    instance: Path
    secret_key: str = field(repr=False)
    database_url: str = field(repr=False)
    url: str
    secret_key_fallbacks: tuple[str, ...] = field(default=(), repr=False)
    hosts: tuple[str, ...] = LOOPBACK
    trusted_proxies: int = 0
    port: int = 8000
    bind: str = "127.0.0.1"
    workers: int = 1
    threads: int = THREADS
    page_cache_megabytes: int = PAGE_CACHE_MEGABYTES
    cheap_passwords: bool = False
    flush_seconds: float = 1.0
    inbox: str = field(default="", repr=False)
    inbox_server: str = ""
    smtp: Smtp | None = None
    address_days: int = ADDRESS_DAYS

    def __post_init__(self) -> None:
        _check(self)

    @property
    def is_production(self) -> bool:
        return self.environment == "production"

    @property
    def is_secure(self) -> bool:
        """Whether readers use https, so that cookies may be marked Secure."""
        return self.url.startswith("https://")

    @property
    def signing_keys(self) -> list[str]:
        """The secret keys, oldest first, as itsdangerous takes them: it signs with the last."""
        return [*reversed(self.secret_key_fallbacks), self.secret_key]

    @property
    def attachments(self) -> Path:
        return self.instance / "attachments"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read `BOARD_*` and `PORT`; create the data folder and, for the sample, its secret key."""
        environment = environ.get("BOARD_ENV", "sample")
        instance = Path(environ.get("BOARD_INSTANCE") or ROOT / "instance").absolute()
        _make_private(instance)
        port = _number(environ, "PORT", 8000, 1, 65535)
        url = (environ.get("BOARD_URL") or f"http://127.0.0.1:{port}").rstrip("/").lower()
        return cls(
            environment=environment,
            instance=instance,
            secret_key=environ.get("BOARD_SECRET_KEY") or _sample_secret(environment, instance),
            secret_key_fallbacks=_words(environ.get("BOARD_SECRET_KEY_FALLBACKS")),
            database_url=environ.get("BOARD_DATABASE_URL") or sqlite_url(instance),
            url=url,
            hosts=_words(environ.get("BOARD_HOSTS", "").lower()) or _hosts_of(url),
            trusted_proxies=_number(environ, "BOARD_TRUSTED_PROXIES", 0, 0, 5),
            port=port,
            bind=environ.get("BOARD_BIND") or "127.0.0.1",
            workers=_number(environ, "BOARD_WORKERS", _cores(), 1, 64),
            threads=_number(environ, "BOARD_THREADS", THREADS, 1, 64),
            page_cache_megabytes=_number(
                environ, "BOARD_PAGE_CACHE_MB", PAGE_CACHE_MEGABYTES, 0, 4096
            ),
            inbox=environ.get("BOARD_INBOX", ""),
            inbox_server=environ.get("BOARD_INBOX_SERVER", ""),
            smtp=_smtp(environ),
            address_days=_number(environ, "BOARD_ADDRESS_DAYS", ADDRESS_DAYS, 1, 365),
        )

    @classmethod
    def for_tests(cls, instance: Path, database_url: str | None = None, **other) -> "Settings":
        """Settings for tests: cheap password hashing, no background counting."""
        plain = cls(
            environment="test",
            instance=instance,
            secret_key="t" * SHORTEST_SECRET,
            database_url=database_url or sqlite_url(instance),
            url="http://localhost",
            cheap_passwords=True,
            flush_seconds=0,
        )
        return replace(plain, **other)


def _cores() -> int:
    return min(os.cpu_count() or 1, MOST_WORKERS)


def sqlite_url(instance: Path) -> str:
    return f"sqlite:///{instance / 'board.sqlite3'}"


def _check(settings: Settings) -> None:
    if settings.environment not in ENVIRONMENTS:
        raise BadSettings(f"BOARD_ENV must be one of {', '.join(ENVIRONMENTS)}.")
    address = urlsplit(settings.url)
    if address.scheme not in ("http", "https") or not address.hostname or address.path:
        raise BadSettings("BOARD_URL must look like https://paper.example, without a path.")
    if not settings.database_url.startswith(("sqlite:///", "postgresql")):
        raise BadSettings("BOARD_DATABASE_URL must begin with sqlite:/// or postgresql://.")
    if settings.inbox:
        _check_inbox(settings.inbox)
    if settings.is_production:
        _check_production(settings)


def _check_production(settings: Settings) -> None:
    for key in (settings.secret_key, *settings.secret_key_fallbacks):
        if len(key) < SHORTEST_SECRET or _turns(key) < FEWEST_TURNS:
            raise BadSettings(
                f"BOARD_SECRET_KEY needs {SHORTEST_SECRET} or more random characters: "
                "make one with  python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
            )
        if any(word in key.lower() for word in EXAMPLE_SECRETS):
            raise BadSettings("BOARD_SECRET_KEY looks like an example; make a random one.")
    if not settings.is_secure and urlsplit(settings.url).hostname not in ("127.0.0.1", "localhost"):
        raise BadSettings("BOARD_URL must begin with https:// in production.")
    if any("*" in host or host.startswith(".") for host in settings.hosts):
        raise BadSettings("BOARD_HOSTS must name each host; wildcards are refused in production.")
    if os.environ.get("FLASK_DEBUG", "0") not in ("", "0", "false"):
        raise BadSettings("FLASK_DEBUG must be off in production.")


def _turns(key: str) -> int:
    """Number of different pairs of steps from a character to the next: an alphabet has few,
    whatever its stride, and so has a short key that is repeated."""
    steps = [ord(after) - ord(before) for before, after in pairwise(key)]
    return len(set(pairwise(steps)))


def _check_inbox(address: str) -> None:
    try:
        mailbox_at(address)
    except ValueError as error:
        raise BadSettings(f"BOARD_INBOX is not right: {error}.") from None


def _sample_secret(environment: str, instance: Path) -> str:
    """The sample's random secret key, stored beside its data; production must set its own."""
    if environment == "production":
        raise BadSettings(
            "BOARD_SECRET_KEY is missing: make one with  "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    path = instance / "secret_key"
    if not path.exists():
        _write_whole(path, secrets.token_urlsafe(48))
    return path.read_text().strip()


def _write_whole(path: Path, text: str) -> None:
    """Make a private file that is whole or, on a full disk, not there."""
    fresh = path.with_name(f"{path.name}-{secrets.token_hex(8)}")
    fresh.touch(mode=0o600)
    try:
        fresh.write_text(text)
        fresh.rename(path)
    finally:
        fresh.unlink(missing_ok=True)


def _make_private(folder: Path) -> None:
    """Create the data folder, and set the umask so that only the owner reads new files."""
    os.umask(0o077)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "attachments").mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        reason = error.strerror
        raise BadSettings(f"BOARD_INSTANCE {folder} cannot be written: {reason}.") from None


def _number(environ: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    text = environ.get(name) or str(default)
    if not text.isdecimal() or not least <= int(text) <= most:
        raise BadSettings(f"{name} must be a number from {least} to {most}, not {text!r}.")
    return int(text)


def _smtp(environ: Mapping[str, str]) -> Smtp | None:
    """The SMTP server; None when none is set, so that no mail is sent."""
    host, user = environ.get("BOARD_SMTP_HOST", ""), environ.get("BOARD_SMTP_USER", "")
    sender, password = environ.get("BOARD_SMTP_FROM", ""), environ.get("BOARD_SMTP_PASSWORD", "")
    if not (host or user or sender or password):
        return None
    security = environ.get("BOARD_SMTP_TLS") or STARTTLS
    port = _number(environ, "BOARD_SMTP_PORT", 465 if security == TLS else 587, 1, 65535)
    try:
        return Smtp(host, sender, port, security, user, password)
    except ValueError as error:
        raise BadSettings(str(error)) from None


def _words(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").replace(",", " ").split())


def _hosts_of(url: str) -> tuple[str, ...]:
    host = urlsplit(url).hostname or ""
    return tuple(dict.fromkeys((host, *LOOPBACK)))
