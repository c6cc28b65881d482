"""Mail sender authentication: read Authentication-Results (RFC 8601) from our own server.

The mail's own signatures are not checked here, that takes the sender's name server; the receiving
server has done it at the door. Anybody can write such a line, so only the topmost one that bears
the name of our server counts: servers take out lines that pretend to be theirs.
"""

import re
from email.parser import BytesHeaderParser

LONGEST_HEAD = 256 * 1024  # bytes
_COMMENT = re.compile(r"\([^()]*\)")
_RESULT = re.compile(r"\s*(dkim|dmarc)\s*=\s*(\w+)", re.IGNORECASE)
_DOMAIN = re.compile(r"\bheader\.(?:d|from)\s*=\s*\"?([\w.-]+)", re.IGNORECASE)
_IDENTITY = re.compile(r"\bheader\.i\s*=\s*\"?[^\s;\"@]*@([\w.-]+)", re.IGNORECASE)


def vouched_domains(source: bytes, server: str) -> set[str]:
    """Domains whose DKIM signature or DMARC check `server` found valid."""
    head = BytesHeaderParser().parsebytes(source[:LONGEST_HEAD].split(b"\r\n\r\n")[0])
    for line in head.get_all("Authentication-Results", []) if server else []:
        name, *results = _COMMENT.sub(" ", " ".join(str(line).split())).split(";")
        if name.split()[:1] == [server]:
            return {domain for result in results if (domain := _passed(result))}
    return set()


def belongs_to(address: str, domains: set[str]) -> bool:
    """Whether a sender's address is in one of these domains or in a subdomain."""
    domain = address.rpartition("@")[2].lower()
    return any(domain == each or domain.endswith(f".{each}") for each in domains if "." in each)


def _passed(result: str) -> str | None:
    said = _RESULT.match(result)
    if not said or said[2].lower() != "pass":
        return None
    domain = _DOMAIN.search(result) or _IDENTITY.search(result)
    return domain[1].lower().strip(".") if domain else None
