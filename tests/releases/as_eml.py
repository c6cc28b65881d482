"""A release in a mail: as its text, as its HTML with pictures, enclosed, forwarded, in EUC-KR."""

from email.message import EmailMessage
from email.policy import SMTP

from tests.releases.as_html import page
from tests.releases.as_hwpx import hwpx
from tests.releases.as_text import text
from tests.releases.corpus import Frame, Photo, Release, Table
from tests.releases.pictures import photo

SENDER = "보도 담당 <press@office.example.kr>"
SIGNATURE = "\n--\n보도 담당 드림\n전화 000-000-0001\npress@office.example.kr\n"


def eml(release: Release) -> bytes:
    """Plain text where that says all, else HTML with the pictures in the mail."""
    message = _message(release)
    if not any(isinstance(block, (Photo, Table, Frame)) for block in release.blocks):
        message.set_content(_letter(release) + text(release) + SIGNATURE)
        return message.as_bytes(policy=SMTP)
    message.set_content(_letter(release) or "보도자료를 보내 드립니다.")
    message.add_alternative(page(release, lambda number: f"cid:photo{number}"), subtype="html")
    for number in range(1, release.photos + 1):
        message.get_payload()[1].add_related(
            photo(number), "image", "jpeg", cid=f"<photo{number}>", filename=f"사진{number}.jpg"
        )
    return message.as_bytes(policy=SMTP)


def euckr(release: Release) -> bytes:
    """Plain text in the encoding of older Korean offices."""
    message = _message(release)
    message.set_content(
        _letter(release) + text(release) + SIGNATURE, charset="euc-kr", cte="base64"
    )
    return message.as_bytes(policy=SMTP)


def enclosed(release: Release) -> bytes:
    """A letter with the release as HWPX."""
    message = _message(release)
    message.set_content(_letter(release))
    message.add_attachment(
        hwpx(release), "application", "hwp+zip", filename=f"(보도자료) {release.title}.hwpx"
    )
    return message.as_bytes(policy=SMTP)


def forwarded(release: Release) -> bytes:
    """Sent on by somebody, the first sender's headers above it."""
    message = _message(release)
    headers = (
        "-----Original Message-----\n"
        "From: 홍보 담당 <pr@county.example.kr>\n"
        "To: 나루신문 <desk@naru.example.kr>\n"
        "Sent: 2026-04-06 (월) 09:12:00\n"
        f"Subject: [보도자료] {release.title}\n\n"
    )
    message.set_content(_letter(release) + "\n" + headers + text(release))
    return message.as_bytes(policy=SMTP)


def _message(release: Release) -> EmailMessage:
    message = EmailMessage()
    message["From"] = SENDER
    message["To"] = "나루신문 <desk@naru.example.kr>"
    message["Subject"] = f"[보도자료] {release.title}"
    message["Date"] = "Fri, 03 Apr 2026 09:00:00 +0900"
    message["Message-ID"] = f"<{release.name}@office.example.kr>"
    return message


def _letter(release: Release) -> str:
    return "\n".join(release.letter) + "\n\n" if any(release.letter) else ""
