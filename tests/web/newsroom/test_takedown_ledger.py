"""The ledger of takedown requests."""

import csv
import io

from board.extensions import db
from board.models import AuditEntry

LEDGER = "/newsroom/takedown-requests/ledger"


def test_it_lists_every_case_without_saying_who_asked(visit, admin, contested):
    contested.accept(by=admin)
    page = visit(admin).get(LEDGER).text
    assert contested.receipt in page and "가린 것" in page and "문가온" not in page


def test_it_is_taken_along_as_csv_that_excel_opens_and_computes_nothing(
    visit, admin, contested, article
):
    article.title = "=HYPERLINK(1)"
    contested.decline(by=admin, ground="unshown", reason="차표를 보내 주세요.")
    answer = visit(admin).submit(LEDGER)
    assert (
        answer.data.startswith(b"\xef\xbb\xbf")
        and "attachment" in answer.headers["Content-Disposition"]
    )
    [row] = csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert row["접수번호"] == contested.receipt and row["상태"] == "거절함"
    assert row["글"] == "'=HYPERLINK(1)" and "문가온" not in answer.text
    assert db.session.scalar(AuditEntry.newest()).action == "takedown_ledger.export"
