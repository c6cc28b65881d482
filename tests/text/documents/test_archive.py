"""ZIP archives: files under readable names, or a sentence."""

import io
import struct
import zipfile

from tests.text.documents.made import zipped


def names(document) -> list[str]:
    return [each.name for each in document.enclosed]


def in_cp949(data: bytes, name: str) -> bytes:
    """The archive as Korean Windows writes it: the bytes of the name, and no word about them."""
    return data.replace(b"@" * len(name.encode("cp949")), name.encode("cp949"))


def test_file_names_in_cp949_are_read(read):
    name = "보도자료.hwp"
    document = read("zip", in_cp949(zipped({"@" * len(name.encode("cp949")): "1"}), name))
    assert names(document) == [name] and document.enclosed[0].path.read_bytes() == b"1"


def test_a_name_cannot_leave_the_folder(read, tmp_path):
    document = read(
        "zip", zipped({"../../../tmp/evil.txt": "1", "/etc/passwd": "2", "..\\..\\a.txt": "3"})
    )
    assert names(document) == ["evil.txt", "passwd", "a.txt"]
    assert {each.path.parent for each in document.enclosed} == {tmp_path / "scratch"}


def test_files_that_macos_and_windows_add_are_left_out(read):
    beside = {"__MACOSX/._a.txt": "1", "가/Thumbs.db": "2", ".DS_Store": "3"}
    assert names(read("zip", zipped({"가/글.txt": "4", **beside}))) == ["글.txt"]


def test_an_archive_with_a_password(refusal):
    data = bytearray(zipped({"a.txt": "1"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(mark) + place, 1)
    assert refusal("zip", bytes(data)) == "password"


def test_a_flat_zip_bomb_is_too_large(refusal):
    assert refusal("zip", zipped({"bomb": b"\0" * 60_000_000})) == "large"


def test_a_zip_bomb_that_lies_about_its_size_is_refused(refusal):
    data = zipped({"bomb": b"\0" * 60_000_000})
    assert refusal("zip", data.replace(struct.pack("<I", 60_000_000), struct.pack("<I", 10))) in (
        "broken",
        "large",
    )


def test_a_nested_archive_is_enclosed_unopened(read):
    inner = zipped({"bomb": b"\0" * 10_000_000})
    document = read("zip", zipped({"속.zip": inner}, zipfile.ZIP_STORED))
    assert names(document) == ["속.zip"] and document.enclosed[0].path.read_bytes() == inner


def test_thousands_of_files_are_too_many(refusal):
    assert refusal("zip", zipped({f"{number}.txt": "1" for number in range(300)})) == "many"


def test_a_name_of_255_bytes(read):
    name = "가" * 83 + ".txt"
    assert names(read("zip", zipped({name: "1"}))) == [name]


def test_a_truncated_archive_is_broken(refusal):
    assert refusal("zip", zipped({"a.txt": "1" * 1000})[:-30]) == "broken"


def test_an_entry_overlapping_another_is_broken(refusal):
    out = io.BytesIO(zipped({"a.txt": "1", "b.txt": "2"}))
    data = bytearray(out.getvalue())
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    struct.pack_into("<I", data, second + 42, 0)
    assert refusal("zip", bytes(data)) == "broken"
