"""Files from outside are opened by a child that can do no harm, or get their sentence."""

from pathlib import Path

import pytest
from flask import Flask

from board.config import Settings
from board.opening import UnreadableError, opened

DOCUMENTS = Path(__file__).with_name("documents")


@pytest.fixture(autouse=True)
def site(tmp_path):
    """Opening knows the site's folder and nothing else of it."""
    app = Flask("site")
    app.settings = Settings.for_tests(tmp_path / "instance")
    with app.app_context():
        yield app


def test_a_document_is_read_and_its_files_go_when_it_is_closed():
    with opened(DOCUMENTS / "picture.hwpx", "배움터.hwpx") as document:
        (picture,) = document.pictures
        assert document.html == '<figure><img src="picture:0" alt=""></figure>'
        assert picture.name == "image1.jpg" and picture.path.stat().st_size == 23560
    assert not picture.path.parent.exists()


def sentence_for(path: Path, name: str) -> str:
    with pytest.raises(UnreadableError) as refused, opened(path, name):
        raise AssertionError(name)
    return str(refused.value)


def test_a_locked_document_gets_its_sentence():
    sentence = sentence_for(DOCUMENTS / "distribution-locked.hwp", "알림.hwp")
    assert sentence.startswith("‘알림.hwp’는 배포용 문서라 글을 꺼낼 수 없습니다. 보낸 곳에")
