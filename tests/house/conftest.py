"""A small paper in which every address leads somewhere."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from PIL import Image

from board.extensions import db
from board.models import Article, Guest, PressOffice, User


@pytest.fixture
def world(article: Article, admin: User, reader: User, moderator: User) -> dict[str, object]:
    """A value for each variable part of an address, belonging together."""
    comment = article.comment(
        "쉼터 덕분에 기다리기 좋습니다.", by=Guest("someone"), nickname="강바람", password="0000!"
    )
    photo = article.attach(_picture(), "쉼터.png", by=admin, alt="새로 연 쉼터의 문")
    file = article.attach(BytesIO("이름,수\n쉼터,1\n".encode()), "현황.csv", by=admin)
    office = PressOffice.add("솔내시 공보실", "press@solnae.example", article.board, by=admin)
    db.session.commit()
    return {
        "article_id": article.id,
        "comment_id": comment.id,
        "board_id": article.board.id,
        "slug": article.board.slug,
        "group_id": article.board.group.id,
        "user_id": reader.id,
        "office_id": office.id,
        "photo_id": photo.id,
        "part": "1200.jpg",
        "attachment_id": file.id,
        "name": file.name,
        "filename": "css/app.css",
    }


@pytest.fixture
def addresses(app: Flask, world: dict[str, object]) -> list[tuple[str, str, str]]:
    """(method, address, endpoint) of everything the site answers."""
    adapter = app.url_map.bind("localhost")
    return [
        (method, adapter.build(rule.endpoint, _of(rule, world), method=method), rule.endpoint)
        for rule in app.url_map.iter_rules()
        for method in sorted(rule.methods & {"GET", "POST"})
    ]


def _of(rule, world: dict[str, object]) -> dict[str, object]:
    return {name: world[name] for name in rule.arguments}


def _picture() -> BytesIO:
    stream = BytesIO()
    Image.new("RGB", (1300, 800), "steelblue").save(stream, "PNG")
    stream.seek(0)
    return stream
