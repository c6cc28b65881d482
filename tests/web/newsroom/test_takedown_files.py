"""Case file of a takedown."""

from board.extensions import db
from board.models import AuditEntry


def test_the_page_and_the_json_tell_the_whole_case(visit, admin, contested, reader):
    contested.comment.edit("고쳐 쓴 말입니다.")
    contested.accept(by=admin)
    contested.object(by=reader, words="제가 보았습니다.")
    desk, place = visit(admin), f"/newsroom/takedown-requests/{contested.id}/file"
    page, answer = desk.get(place).text, desk.submit(place)
    for words in (
        "문가온",
        "차표를",
        "의자를 가져갔습니다",
        "제가 보았습니다.",
        "쓰신 댓글을 가렸",
    ):
        assert words in page and words in str(answer.json)
    file = answer.json
    assert file["comment"]["words_now"] == "고쳐 쓴 말입니다."
    assert [entry["action"] for entry in file["log"]][-1] == "takedown_request.object"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert db.session.scalar(AuditEntry.newest()).action == "takedown_request.export"
