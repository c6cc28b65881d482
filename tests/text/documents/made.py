"""Files made for one test, as bytes."""

import base64
import io
import zipfile

from PIL import Image


def png(size: tuple[int, int] = (6, 4)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "PNG")
    return out.getvalue()


def zipped(entries: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def encoded(text: str, charset: str = "euc-kr") -> str:
    """An encoded word of a mail's head."""
    return f"=?{charset}?B?{in_base64(text.encode('cp949' if charset == 'euc-kr' else charset))}?="


def in_base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def part(head: str, body: str | bytes) -> str:
    """A part of a mail in base64."""
    data = body if isinstance(body, bytes) else body.encode("cp949")
    return f"{head}\nContent-Transfer-Encoding: base64\n\n{in_base64(data)}\n"


def multipart(kind: str, *parts: str) -> str:
    mark = f"mark{abs(hash(parts))}"
    inside = "".join(f"--{mark}\n{each}\n" for each in parts)
    return f'Content-Type: multipart/{kind}; boundary="{mark}"\n\n{inside}--{mark}--\n'


def mail(body: str, head: str = "From: press@gangbyeon.example\nSubject: a\n") -> bytes:
    return f"{head}MIME-Version: 1.0\n{body}".encode("ascii")


def pdf_of(*objects: str | bytes) -> bytes:
    """A PDF of these objects, the first being its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, inside in enumerate(objects, 1):
        places.append(f"{len(out):010} 00000 n \n")
        body = inside if isinstance(inside, bytes) else inside.encode()
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    count = len(objects) + 1
    table = f"xref\n0 {count}\n0000000000 65535 f \n{''.join(places)}"
    return (
        out + f"{table}trailer <</Root 1 0 R /Size {count}>>\nstartxref\n{len(out)}\n%%EOF".encode()
    )


def pdf_stream(about: str, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (about.encode(), len(data), data)
