"""Allowed file types: name and content must agree."""

from io import BytesIO

import pytest

from board.files.limits import LONGEST_FILE_NAME
from board.files.types import clean_name, recognise
from tests.support import files


@pytest.mark.parametrize(
    ("name", "stream", "label"),
    [
        ("사진.JPG", files.picture(), "JPG"),
        ("사진.jpeg", files.picture(), "JPG"),
        ("그림.png", files.picture(form="PNG"), "PNG"),
        ("그림.gif", files.picture(form="GIF"), "GIF"),
        ("그림.webp", files.picture(form="WEBP"), "WebP"),
        ("그림.avif", files.picture(form="AVIF"), "AVIF"),
        ("그림.bmp", files.picture(form="BMP"), "BMP"),
        ("그림.TIFF", files.picture(form="TIFF"), "TIFF"),
        ("그림.pcx", files.picture(form="PCX"), "PCX"),
        ("아이폰.heic", BytesIO(b"\0\0\0\x18ftypmif1\0\0\0\0heic" + bytes(300)), "HEIC"),
        ("공고.pdf", BytesIO(b"%PDF-1.7\n"), "PDF"),
        ("보도자료.hwp", files.hwp(), "HWP"),
        ("보도자료.hwpx", files.hwpx(), "HWPX"),
        ("계획.docx", files.docx(), "DOCX"),
        ("현황.xlsx", files.archive(**{"[Content_Types].xml": "", "xl/workbook.xml": ""}), "XLSX"),
        (
            "발표.pptx",
            files.archive(**{"[Content_Types].xml": "", "ppt/presentation.xml": ""}),
            "PPTX",
        ),
        ("글.odt", files.archive(mimetype="application/vnd.oasis.opendocument.text"), "ODT"),
        ("묶음.zip", files.archive(a="1"), "ZIP"),
        ("안내.txt", BytesIO("안내합니다.".encode()), "TXT"),
        ("옛글.txt", BytesIO("안내합니다.".encode("cp949")), "TXT"),
        ("표.csv", BytesIO("이름,수\n".encode("utf-8-sig")), "CSV"),
    ],
)
def test_a_newsroom_attaches_what_it_works_with(name, stream, label):
    assert recognise(stream, name).label == label
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("그림.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("쪽.html", b"<!doctype html>"),
        ("자료.xml", b"<?xml version='1.0'?>"),
        ("프로그램.exe", b"MZ"),
        ("이름없음", b"text"),
    ],
)
def test_other_kinds_are_refused_with_what_would_do(name, content):
    with pytest.raises(ValueError, match="올릴 수 있는 형식: jpg"):
        recognise(BytesIO(content), name)


@pytest.mark.parametrize(
    ("name", "stream"),
    [
        ("사진.jpg", BytesIO(b"<svg onload=alert(1)>")),
        ("사진.jpg", files.picture(form="PNG")),
        ("공고.pdf", BytesIO(b"GIF89a")),
        ("사진.heic", BytesIO(b"\0\0\0\x18ftypisom\0\0\0\0mp42" + bytes(300))),
        ("사진.heic", files.picture(form="AVIF")),
        ("그림.bmp", BytesIO("BMW 동호회가 나루터에 모였다고 합니다.".encode())),
        ("옛문서.hwp", BytesIO(files.OLE + bytes(4000))),
        ("문서.hwpx", files.archive(mimetype="application/epub+zip")),
        ("문서.hwpx", files.docx()),
        ("매크로.docx", files.docx(**{"word/vbaProject.bin": ""})),
        ("문서.docx", files.archive(a="1")),
        ("묶음.zip", BytesIO(b"PK\x03\x04 broken")),
        ("쪽.txt", BytesIO(b"\xef\xbb\xbf <!DOCTYPE html><script>alert(1)</script>")),
        ("그림.txt", BytesIO(b"<svg onload=alert(1)>")),
        ("표.csv", BytesIO(b"a,b\x00c")),
    ],
)
def test_a_file_with_a_wrong_extension_is_refused(name, stream):
    with pytest.raises(ValueError, match="다시 저장해 주세요"):
        recognise(stream, name)


def test_a_zip_with_a_table_of_contents_too_large_to_read_is_refused():
    size = (2 * 1024 * 1024).to_bytes(4, "little")
    end = b"PK\x05\x06" + bytes(8) + size + bytes(6)
    with pytest.raises(ValueError):
        recognise(BytesIO(b"PK\x03\x04" + bytes(3 * 1024 * 1024) + end), "묶음.zip")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\보도자료\\6월.HWP", "6월.hwp"),
        ("줄\r\n바꿈.pdf", "줄바꿈.pdf"),
        ("뒤집힌\u202efdp.exe.pdf", "뒤집힌fdp.exe.pdf"),
        ("a\x00b.txt", "b.txt"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af.hwp", "한글.hwp"),
        ('따옴표".txt', "따옴표_.txt"),
        (".txt", "첨부.txt"),
        ("   ", "첨부"),
    ],
)
def test_a_name_is_made_safe_to_offer_for_download(given, kept):
    assert clean_name(given) == kept


def test_a_long_korean_name_is_cut_by_bytes_and_keeps_its_ending():
    name = clean_name("가" * 300 + ".hwpx")
    assert name.endswith("가.hwpx") and len(name.encode()) <= LONGEST_FILE_NAME
