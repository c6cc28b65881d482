"""Declining a request."""

from board.extensions import db


def test_a_refusal_needs_a_ground_and_words(visit, admin, asked):
    desk, place = visit(admin), f"/newsroom/correction-requests/{asked.id}/refusal"
    assert "정당한 이익" in desk.get(f"{place}/new").text
    answer = desk.submit(place, ground="whim", reason="공고문에는 여섯 시입니다.")
    assert answer.status_code == 422 and "근거를 하나 골라" in answer.text
    assert "공고문에는 여섯 시입니다." in answer.text
    answer = desk.submit(place, ground="untrue", reason=" ")
    assert answer.status_code == 422 and "알릴 사유를 써" in answer.text
    assert asked.state == "open"


def test_the_letter_names_ground_words_and_the_way_on(visit, admin, asked):
    desk, place = visit(admin), f"/newsroom/correction-requests/{asked.id}/refusal"
    answer = desk.submit(place, ground="untrue", reason="공고문에는 <여섯 시>입니다.")
    page = desk.get(answer.location).text
    letter = page[page.index('<textarea id="letter-declined"') :]
    assert "명백히 사실과 다름" in letter and "공고문에는 &lt;여섯 시&gt;입니다." in letter
    db.session.expire_all()
    assert f"{asked.arbitrate_by:%Y.%m.%d}" in letter and asked.state == "declined"


def test_a_second_refusal_changes_nothing(visit, admin, asked):
    asked.accept(by=admin)
    place = f"/newsroom/correction-requests/{asked.id}/refusal"
    assert visit(admin).submit(place, ground="untrue", reason="x").status_code == 303
    db.session.expire_all()
    assert asked.state == "accepted"
