"""SMTP, tried with a real mail server on this machine."""

import pytest

from board.config import BadSettings, Settings
from board.mail.smtp import Smtp, UndeliveredError, deliver
from tests.support.letterbox import free_port


def settings(tmp_path, **environ):
    return Settings.from_environment({"BOARD_INSTANCE": str(tmp_path / "instance"), **environ})


def test_korean_words_arrive_whole(letterbox):
    deliver(
        letterbox.smtp,
        "hanbyeol@mail.example",
        "청구를 받았습니다",
        "정한별 님께\n\n…",
        name="물돌이신문",
    )
    [letter] = letterbox.letters
    assert letter["Subject"] == "청구를 받았습니다" and letter["To"] == "hanbyeol@mail.example"
    assert letter["From"] == "물돌이신문 <desk@paper.example>"
    assert letter.get_content().startswith("정한별 님께")
    assert letter["Date"] and letter["Message-ID"].endswith("@paper.example>")


@pytest.mark.parametrize(
    "name",
    [
        "물돌이신문 Co., Ltd.",
        "Muldori, 물돌이신문",
        "물돌이신문 <muldori>",
        "물돌이신문 news@muldori",
        '"물돌이" 신문; (주)',
        "",
    ],
)
def test_whatever_the_paper_is_called_its_letters_come_from_one_address(letterbox, name):
    deliver(letterbox.smtp, "hanbyeol@mail.example", "청구를 받았습니다", "글", name=name)
    [letter] = letterbox.letters
    [sender] = letter["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (name, "desk@paper.example")


def test_a_line_end_makes_no_second_header(letterbox):
    deliver(
        letterbox.smtp, "a@mail.example", "제목\r\nBcc: b@mail.example", "글", name="나\nBcc: c@d.e"
    )
    [letter] = letterbox.letters
    assert letter["Bcc"] is None and letter["Subject"] == "제목 Bcc: b@mail.example"
    assert letterbox.recipients == [["a@mail.example"]]


@pytest.mark.parametrize("to", ["", "010-0000-0000", "a@b.example, c@d.example", "a@b.example\nx"])
def test_mail_goes_to_one_address_only(letterbox, to):
    with pytest.raises(UndeliveredError):
        deliver(letterbox.smtp, to, "제목", "글")
    assert letterbox.letters == []


def test_a_server_that_is_not_there_is_told_in_korean():
    with pytest.raises(UndeliveredError, match="메일 서버에 보내지 못했습니다"):
        deliver(
            Smtp("127.0.0.1", "a@paper.example", free_port(), "none"), "b@c.example", "가", "나"
        )


def test_a_refused_address_is_told_as_such(letterbox):
    letterbox.refuses = True
    with pytest.raises(UndeliveredError, match="받는 주소를"):
        deliver(letterbox.smtp, "nobody@mail.example", "가", "나")


def test_a_password_is_never_sent_in_the_clear(letterbox):
    smtp = Smtp("127.0.0.1", "a@paper.example", letterbox.smtp.port, "starttls", "u", "p")
    with pytest.raises(UndeliveredError):
        deliver(smtp, "b@c.example", "가", "나")
    assert letterbox.letters == []


def test_without_a_word_of_mail_none_is_sent(tmp_path):
    assert settings(tmp_path).smtp is None


def test_a_mail_server_is_read_from_the_environment(tmp_path):
    given = {
        "BOARD_SMTP_HOST": "mail.paper.example",
        "BOARD_SMTP_FROM": "desk@paper.example",
        "BOARD_SMTP_TLS": "tls",
        "BOARD_SMTP_USER": "desk",
        "BOARD_SMTP_PASSWORD": "숨은 말",
    }
    smtp = settings(tmp_path, **given).smtp
    assert (smtp.host, smtp.port, smtp.security) == ("mail.paper.example", 465, "tls")
    assert "숨은 말" not in repr(settings(tmp_path, **given))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"BOARD_SMTP_HOST": ""}, "BOARD_SMTP_HOST is missing"),
        ({"BOARD_SMTP_FROM": "물돌이신문"}, "BOARD_SMTP_FROM must be"),
        ({"BOARD_SMTP_FROM": "a@b.example\nBcc: x@y.example"}, "BOARD_SMTP_FROM must be"),
        ({"BOARD_SMTP_TLS": "yes"}, "starttls, tls or none"),
        ({"BOARD_SMTP_PORT": "smtp"}, "BOARD_SMTP_PORT must be a number"),
        ({"BOARD_SMTP_PASSWORD": ""}, "belong together"),
        ({"BOARD_SMTP_TLS": "none"}, "for all to read"),
    ],
)
def test_an_invalid_setting_stops_the_start_with_one_line(tmp_path, changes, sentence):
    given = {
        "BOARD_SMTP_HOST": "mail.paper.example",
        "BOARD_SMTP_FROM": "desk@paper.example",
        "BOARD_SMTP_USER": "desk",
        "BOARD_SMTP_PASSWORD": "x",
    }
    with pytest.raises(BadSettings, match=sentence) as stopped:
        settings(tmp_path, **(given | changes))
    assert "\n" not in str(stopped.value)
