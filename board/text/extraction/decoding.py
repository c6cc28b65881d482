"""Text decoding: the bytes of an uploaded file as text."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FILES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "한글(HWP) 또는 옛 오피스 파일"),
    (b"HWP Document File", "한글(HWP) 파일"),
    (b"PK\x03\x04", "압축(ZIP), HWPX 또는 DOCX 파일"),
    (b"%PDF", "PDF 파일"),
    (b"\x89PNG", "그림 파일"),
    (b"\xff\xd8\xff", "그림 파일"),
    (b"GIF8", "그림 파일"),
    (b"RIFF", "그림이나 소리 파일"),
    (b"{\\rtf", "RTF 파일"),
)


def decode(data: bytes) -> str:
    """Decode UTF-8, UTF-16, or the Korean of older Windows (CP949).

    ValueError with a Korean sentence when the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    for beginning, kind in _FILES:
        if data.startswith(beginning):
            raise ValueError(f"{kind}입니다. 문서를 열어 본문을 복사한 뒤 붙여 넣어 주세요.")
    if b"\x00" in data:
        return _decoded(data, _utf16_without_mark(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "cp949")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise ValueError(
            "글이 아닌 파일이거나 알 수 없는 글자 형식입니다. 본문을 복사해서 붙여 넣어 주세요."
        ) from None
    if "\x00" in text:
        raise ValueError("글이 아닌 파일입니다. 본문을 복사해서 붙여 넣어 주세요.")
    return text


def _utf16_without_mark(data: bytes) -> str:
    """The UTF-16 byte order of a text without BOM, judged by where its zero bytes stand."""
    return "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
