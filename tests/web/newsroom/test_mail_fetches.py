"""Fetching mail by a button."""

from dataclasses import replace
from email.message import EmailMessage


def test_without_a_mailbox_there_is_no_button_and_nothing_behind_it(visit, admin):
    desk = visit(admin)
    assert "메일 받기" not in desk.get("/newsroom").text
    assert desk.submit("/newsroom/fetches").status_code == 404


def test_letters_come_in_at_a_press_and_stand_on_the_desk(app, visit, admin, board, tmp_path):
    for part in ("new", "cur", "tmp"):
        (tmp_path / "mail" / part).mkdir(parents=True)
    words = "강변 길을 넓힌다고 솔내시가 밝혔다. " * 9
    source = f"From: press@solnae.example\r\nSubject: 강변 길을 넓힙니다\r\n\r\n{words}"
    (tmp_path / "mail" / "new" / "1").write_bytes(source.encode())
    app.settings = replace(app.settings, inbox=f"maildir:{tmp_path / 'mail'}")
    desk = visit(admin)
    assert desk.submit("/newsroom/fetches").location == "/newsroom"
    page = desk.get("/newsroom").text
    assert "메일 1통을 받았습니다" in page and "press@solnae.example" in page
    assert page.index("들어온 보도자료") < page.index("강변 길을 넓힙니다") < page.index("초안")
    desk.submit("/newsroom/fetches")
    assert "새로 온 메일이 없습니다" in desk.get("/newsroom").text


def test_a_letter_with_two_releases_is_one_letter_and_two_drafts(
    app, visit, admin, board, tmp_path
):
    for part in ("new", "cur", "tmp"):
        (tmp_path / "mail" / part).mkdir(parents=True)
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "press@saedeul.example", "오늘 보도자료 2건"
    letter.set_content("보내드립니다.")
    for title, deed in (
        ("강변 길을 넓힙니다", "강변 길을 넓힌다"),
        ("책 버스가 갑니다", "책을 싣고 간다"),
    ):
        words = "".join(f"<p>새들군은 {n}번째 마을에서 {deed}고 5일 밝혔다.</p>" for n in range(9))
        page = f"<meta charset=utf-8><h1>{title}</h1>{words}"
        letter.add_attachment(page.encode(), "text", "html", filename=f"{title}.html")
    (tmp_path / "mail" / "new" / "1").write_bytes(letter.as_bytes())
    app.settings = replace(app.settings, inbox=f"maildir:{tmp_path / 'mail'}")
    desk = visit(admin)
    desk.submit("/newsroom/fetches")
    page = desk.get("/newsroom").text
    assert "메일 1통을 받았습니다" in page
    assert "강변 길을 넓힙니다" in page and "책 버스가 갑니다" in page
