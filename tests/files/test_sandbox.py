"""Sandboxed document reading: files from outside do no harm, or are refused with a sentence."""

import json
import os
import struct
import subprocess
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest
from flask import Flask

from board.config import Settings
from board.files import sandbox
from board.files.sandbox import UnreadableError, opened
from board.files.storage import Storage
from board.text.documents import Document
from tests.text.documents.made import pdf_of, png, zipped

DOCUMENTS = Path(__file__).parents[1] / "documents"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ANSWER = json.loads(json.dumps(asdict(Document("txt", ""))))  # a child's, of an empty text


@pytest.fixture(autouse=True)
def site(tmp_path):
    """Opening knows the site's folder and nothing else of it."""
    app = Flask("site")
    app.settings = Settings.for_tests(tmp_path / "instance")
    with app.app_context():
        yield app


@pytest.fixture
def given(tmp_path):
    """A file with this content."""

    def given(data: bytes) -> Path:
        path = tmp_path / "given"
        path.write_bytes(data)
        return path

    return given


@pytest.fixture
def child(tmp_path, monkeypatch):
    """Another child process instead of ours, as if ours had been taken over."""

    def child(source: str) -> None:
        path = tmp_path / "child.py"
        path.write_text(f"import json, os, sys, time\nfolder = sys.argv[3]\n{source}")
        monkeypatch.setattr(sandbox, "CHILD", path)

    return child


@contextmanager
def scratch_without_room(tmp_path):
    """A folder in which the answer's place is taken by a device that is always full."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    (folder / "answer.json").symlink_to("/dev/full")
    yield folder


def sentence_for(path: Path, name: str) -> str:
    with pytest.raises(UnreadableError) as refused, opened(path, name):
        raise AssertionError(name)
    return str(refused.value)


def test_a_document_is_read_and_its_files_go_when_it_is_closed():
    with opened(DOCUMENTS / "picture.hwpx", "배움터.hwpx") as document:
        (picture,) = document.pictures
        assert (
            document.html
            == '<figure><img src="picture:0" alt="" width="544" height="184"></figure>'
        )
        assert picture.name == "image1.jpg" and picture.path.stat().st_size == 23560
    assert not picture.path.parent.exists()


def test_a_locked_document_gets_its_sentence():
    sentence = sentence_for(DOCUMENTS / "distribution-locked.hwp", "알림.hwp")
    assert sentence.startswith("‘알림.hwp’는 배포용 문서라 글을 꺼낼 수 없습니다. 보낸 곳에")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("글.txt", b"", "빈 문서입니다"),
        ("글.txt", b" \n\n ", "빈 문서입니다"),
        ("옛글.hwp", b"HWP Document File V3.00 \x1a\1\2\3", "오래된 한글 문서(HWP 3)"),
        ("옛글.doc", OLE + "WordDocument".encode("utf-16-le"), "옛 워드 문서(DOC)"),
        ("옛표.xls", OLE + "Workbook".encode("utf-16-le"), "옛 엑셀 표(XLS)"),
        ("옛발표.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "옛 파워포인트(PPT)"),
        (
            "편지.msg",
            OLE + "WordDocument__properties_version1.0".encode("utf-16-le"),
            "아웃룩 메일(MSG)",
        ),
        ("글.hml", b'<?xml version="1.0"?><HWPML Version="2.8"><BODY/></HWPML>', "손상된 파일"),
        ("글.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "손상된 파일"),
        ("글.odt", b"\0broken", "손상된 파일"),
        ("편지.msg", b"\0broken", "아웃룩 메일(MSG)"),
        ("잠김.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "암호가 걸려"),
        ("글.rtf", b"{\\rtf1 a}", "RTF 문서"),
        ("표.xlsx", zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "엑셀 표"),
        (
            "발표.pptx",
            zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}),
            "파워포인트 자료",
        ),
        ("표.cell", OLE + b"\0" * 600, "한셀 표"),
        ("발표.show", OLE + b"\0" * 600, "한쇼 자료"),
        ("글.hwp", OLE + b"\0" * 600, "손상된 파일"),
        ("글.hwpx", zipped({"mimetype": "application/hwp+zip"}), "손상된 파일"),
        ("사진.png", png(), "사진입니다"),
        ("winmail.dat", b"\x78\x9f\x3e\x22\0\0", "아웃룩만 여는 첨부"),
        ("뭔지.bin", bytes(range(256)), "읽을 수 없는 형식"),
        ("글.pdf", bytes(range(256)), "손상된 파일"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_content(given, name, data, sentence):
    said = sentence_for(given(data), name)
    assert f"‘{name}’" in said and sentence in said


def test_a_web_page_named_like_a_photo_is_a_web_page(given):
    page = "<html><body><p>안녕</p><script>alert(1)</script>".encode()
    with opened(given(page), "사진.jpg") as document:
        assert document.kind == "html" and document.html == "<p>안녕</p>"


def test_a_mail_is_known_by_its_head(given):
    mail = "From: a@b.example\nSubject: hi\n\n안녕하십니까\n".encode()
    with opened(given(mail), "편지") as document:
        assert document.mail.sender_address == "a@b.example" and document.mail.sent_at is None
        assert document.html == "<p>안녕하십니까</p>"


@pytest.mark.parametrize("length", [600, 5_000, 40_000])
def test_a_truncated_hwp_is_broken(given, length):
    whole = (DOCUMENTS / "images.hwp").read_bytes()
    assert "손상된 파일" in sentence_for(given(whole[:length]), "글.hwp")


def test_an_hwp_whose_chains_run_in_circles_is_broken(given):
    data = bytearray((DOCUMENTS / "images.hwp").read_bytes())
    (table,) = struct.unpack_from("<I", data, 76)
    for sector in range(128):
        struct.pack_into("<I", data, (table + 1) * 512 + sector * 4, sector)
    assert "손상된 파일" in sentence_for(given(bytes(data)), "글.hwp")


@pytest.mark.parametrize(
    "section",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><p>&x;</p></a>',
        "<!DOCTYPE a [<!ENTITY b '"
        + "b" * 999
        + "'><!ENTITY c '"
        + "&b;" * 999
        + "'>]><a>"
        + "&c;" * 999
        + "</a>",
        "<a>" * 4000 + "</a>" * 4000,
    ],
)
def test_hostile_xml_is_broken(given, section):
    package = zipped({"mimetype": "application/hwp+zip", "Contents/section0.xml": section})
    assert "손상된 파일" in sentence_for(given(package), "글.hwpx")


def test_a_hundred_thousand_paragraphs_are_too_long(given):
    section = "<sec>" + "<p><run><t>글</t></run></p>" * 100_000 + "</sec>"
    package = zipped({"mimetype": "application/hwp+zip", "Contents/section0.xml": section}, 0)
    assert "글이 너무 깁니다" in sentence_for(given(package), "글.hwpx")


@pytest.mark.parametrize(
    "objects",
    [
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 9999999>>"],
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "3 0 R"],
        ["[" * 3000],
    ],
)
def test_a_pdf_that_leads_in_circles_ends(given, monkeypatch, objects):
    monkeypatch.setattr(sandbox, "LIMITS", {**sandbox.LIMITS, "cpu": 2})
    said = sentence_for(given(pdf_of(*objects)), "글.pdf")
    assert any(word in said for word in ("손상된", "오래 걸려", "빈 문서"))


def test_a_hanging_child_is_killed_with_its_children(given, child, monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "WALL_SECONDS", 1)
    note = tmp_path / "pid"
    child(f"pid = os.fork()\nif pid: open({str(note)!r}, 'w').write(str(pid))\ntime.sleep(60)")
    assert "오래 걸려" in sentence_for(given(b"a"), "글.txt")
    ask = ["ps", "-o", "stat=", "-p", note.read_text()]
    states = (subprocess.run(ask, capture_output=True, text=True).stdout for _ in range(100))
    assert any(state.strip() in ("", "Z") for state in states)  # gone, or waiting to be counted


def test_a_child_gets_no_environment_and_no_descriptors(given, child, monkeypatch):
    monkeypatch.setenv("BOARD_SECRET_KEY", "비밀")
    child(
        "seen = [dict(os.environ), sorted(map(int, os.listdir('/dev/fd'))), os.getsid(0)]\n"
        f"told = {ANSWER} | dict(html=json.dumps(seen))\n"
        "open(folder + '/answer.json', 'w').write(json.dumps(told))"
    )
    with opened(given(b"a"), "글.txt") as document:
        environment, descriptors, session = json.loads(document.html)
    assert not {"BOARD_SECRET_KEY", "PATH", "HOME"} & environment.keys()
    assert len(descriptors) <= 4 and session != os.getsid(0)


@pytest.mark.parametrize(
    "answer", ["", "[]", '{"reason": "no such"}', '{"kind": 1}', "{", '{"mail": 5}']
)
def test_any_output_of_a_child_gives_a_document_or_a_sentence(given, child, answer):
    child(f"open(folder + '/answer.json', 'w').write({answer!r})")
    assert "손상된 파일" in sentence_for(given(b"a"), "글.txt")


def test_a_child_cannot_name_files_outside_its_folder(given, child):
    told = ANSWER | {"enclosed": [{"name": "a", "path": "../../secret_key"}]}
    child(f"open(folder + '/answer.json', 'w').write({json.dumps(told)!r})")
    with opened(given(b"a"), "글.txt") as document:
        assert document.enclosed[0].path.parent.parent.name == "scratch"


def test_a_document_is_not_called_broken_when_the_disk_is_full(given, tmp_path, monkeypatch):
    monkeypatch.setattr(Storage, "scratch", lambda _: scratch_without_room(tmp_path))
    with pytest.raises(OSError, match="No space left"), opened(given(b"words"), "a.txt"):
        raise AssertionError
