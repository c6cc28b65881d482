"""Receipt numbers: the year, a running number, and a random part."""

import re
import secrets

# No letter or digit that reads like another one on paper or over the phone.
LETTERS = "34679ACDEFHJKLMNPRTUVWXY"
SECRET_LENGTH = 6


def new_receipt(year: int, number: int) -> str:
    """A new receipt number such as `2026-0007-K3PXTA`."""
    secret = "".join(secrets.choice(LETTERS) for _ in range(SECRET_LENGTH))
    return f"{year}-{number:04}-{secret}"


def read_receipt(typed: str) -> str:
    """A typed receipt number in its stored form: spaces, dashes and case do not matter."""
    found = re.fullmatch(r"(\d{4})(\d{4,6})([A-Z0-9]{6})", re.sub(r"[^A-Z0-9]", "", typed.upper()))
    return "-".join(found.groups()) if found else ""


def contact_key(typed: str) -> str:
    """A contact's comparison key: an e-mail address in lower case, or a phone number's digits."""
    if "@" in typed:
        return typed.strip().casefold()
    return re.sub(r"\D", "", re.sub(r"^\+82[-. ]*0?", "0", typed.strip()))
