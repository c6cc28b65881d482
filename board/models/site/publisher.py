"""Publisher record (발행 정보): what the law requires at the foot of every page, and its gaps."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, select
from sqlalchemy.orm import Mapped, mapped_column

from board.extensions import Model, db
from board.models import audit
from board.text.registration import business_number, corporation_number, look_swapped

# Article 21 of the Newspaper Act (신문법) and article 9-2 name these; the label is for sentences.
REQUIRED = {
    "name": "제호",
    "newspaper_registration": "등록번호",
    "registered_on": "등록연월일",
    "publisher": "발행인",
    "editor": "편집인",
    "youth_officer": "청소년보호책임자",
    "address": "발행소 주소",
    "phone": "전화",
    "first_published_on": "발행연월일",
}

# Characters of each line of the record.
LONGEST = {
    "name": 50,
    "tagline": 100,
    "newspaper_registration": 50,
    "publisher": 50,
    "editor": 50,
    "youth_officer": 50,
    "privacy_officer": 50,
    "postal_code": 10,
    "address": 200,
    "phone": 30,
    "fax": 30,
    "tip_email": 100,
    "company": 100,
    "business_number": 30,
    "corporation_number": 30,
    "copyright": 200,
}
LONGEST_LINK_NAME = 30
MOST_LINKS = 10
MOST_VISITOR_DIGITS = 9


class Publisher(Model):
    """The publisher record: a single row, empty until the newsroom fills it in."""

    __tablename__ = "publisher"

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    name: Mapped[str] = mapped_column(default="")
    tagline: Mapped[str] = mapped_column(default="")
    newspaper_registration: Mapped[str] = mapped_column(default="")
    registered_on: Mapped[date | None]
    publisher: Mapped[str] = mapped_column(default="")
    editor: Mapped[str] = mapped_column(default="")
    youth_officer: Mapped[str] = mapped_column(default="")
    privacy_officer: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    fax: Mapped[str] = mapped_column(default="")
    tip_email: Mapped[str] = mapped_column(default="")
    company: Mapped[str] = mapped_column(default="")
    business_number: Mapped[str] = mapped_column(default="")
    corporation_number: Mapped[str] = mapped_column(default="")
    first_published_on: Mapped[date | None]
    copyright: Mapped[str] = mapped_column(default="")
    links: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    visitors_before: Mapped[int] = mapped_column(default=0)

    @classmethod
    def blank(cls) -> "Publisher":
        """An empty, unsaved record."""
        empty = {
            column.key: "" for column in cls.__table__.columns if column.type.python_type is str
        }
        return cls(**empty, id=1, links=[], visitors_before=0)

    @classmethod
    def current(cls) -> "Publisher":
        """The record to edit; created if there is none yet."""
        publisher = db.session.scalar(select(cls))
        if publisher is None:
            publisher = cls.blank()
            db.session.add(publisher)
        return publisher

    def revise(self, by=None, **written: Any) -> None:
        changed = [name for name, value in written.items() if getattr(self, name) != value]
        for name in changed:
            setattr(self, name, written[name])
        if changed:
            db.session.flush()
            audit.record("publisher.revise", by=by, on=self, changed=changed)

    def problems(self) -> list[str]:
        """What must be filled in or corrected, each as a Korean sentence."""
        missing = [label for name, label in REQUIRED.items() if not getattr(self, name)]
        problems = [
            f"{label}: 비어 있습니다. 신문법에 따라 독자가 보는 모든 쪽 아래에 보여야 합니다."
            for label in missing
        ]
        if look_swapped(self.business_number, self.corporation_number):
            problems.append(
                "사업자등록번호와 법인등록번호가 서로 바뀐 것 같습니다. 자리를 맞바꿔 주세요."
            )
            return problems
        for check, number in (
            (business_number, self.business_number),
            (corporation_number, self.corporation_number),
        ):
            try:
                check(number) if number else None
            except ValueError as error:
                problems.append(str(error))
        return problems
