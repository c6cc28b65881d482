"""Mails as Korean offices send them."""

from datetime import UTC, datetime

from tests.text.documents.made import encoded, mail, multipart, part, png

HTML = 'Content-Type: text/html; charset="ks_c_5601-1987"'
PLAIN = "Content-Type: text/plain; charset=euc-kr"
HEAD = f"""Received: from a by b
Authentication-Results: mx.naru.example (v1; dkim=fail); dkim=pass (a; b) header.d=x; spf=fail
Authentication-Results: mx.naru.example; dkim=fail; spf=pass; dmarc=pass
From: {encoded("강변시 홍보실")} <press@gangbyeon.example>
Subject: {encoded("[보도자료] 나루터")}
 {encoded("똠방각하 축제")}
Date: Mon, 16 Nov 2026 09:10:00 +0900
Message-ID: <1@gangbyeon.example>
"""


def test_an_envelope_in_an_old_korean_encoding_is_read(read):
    letter = read("eml", mail(part(PLAIN, "안녕하십니까"), HEAD)).mail
    assert letter.sender_name == "강변시 홍보실"
    assert letter.sender_address == "press@gangbyeon.example"
    assert letter.subject == "[보도자료] 나루터똠방각하 축제"
    assert letter.sent_at == datetime(2026, 11, 16, 0, 10, tzinfo=UTC)
    assert letter.message_id == "<1@gangbyeon.example>"


def test_the_richest_words_are_read_once_with_the_picture_in_its_place(read):
    html = '<p>첫 똠</p><img src="cid:one@x" alt="축제"><p>둘째</p>'
    image = part('Content-Type: image/png; name="a.png"\nContent-ID: <one@x>', png())
    ways = multipart("alternative", part(PLAIN, "첫"), part(HTML, html))
    document = read("eml", mail(multipart("related", ways, image)))
    assert (
        document.html
        == '<p>첫 똠</p><p><img src="picture:0" alt="축제" width="6" height="4"></p><p>둘째</p>'
    )
    assert document.pictures[0].path.read_bytes() == png()
    assert document.enclosed == ()


def test_attachments_keep_their_korean_names(read):
    bare = 'Content-Type: application/x-hwp\nContent-Disposition: attachment; filename="'
    document = read(
        "eml",
        mail(
            multipart(
                "mixed",
                part(PLAIN, "붙임을 봐 주십시오"),
                part(f'{bare}{encoded("보도자료.hwp")}"', b"1"),
                part(
                    "Content-Disposition: attachment; filename*=UTF-8''%EC%82%AC%EC%A7%84.jpg", b"2"
                ),
                part(
                    "Content-Disposition: attachment; filename*0*=euc-kr''%BB%E7; filename*1*=%C1%F8.png",
                    b"3",
                ),
            )
        ),
    )
    assert [each.name for each in document.enclosed] == ["보도자료.hwp", "사진.jpg", "사진.png"]
    assert document.html == "<p>붙임을 봐 주십시오</p>"


def test_undeclared_korean_is_understood(read):
    source = mail(
        'Content-Type: application/x\nContent-Disposition: attachment; filename="@@.hwp"\n\na'
    )
    source = source.replace(b"@@", "날것".encode("cp949")).replace(
        b"Subject: a", "Subject: 제목".encode("cp949")
    )
    document = read("eml", source)
    assert document.enclosed[0].name == "날것.hwp" and document.mail.subject == "제목"


def test_a_forwarded_mail_and_what_only_outlook_opens_are_enclosed_unread(read):
    inner = f"Content-Type: message/rfc822\n\nSubject: {encoded('지난 글')}\nFrom: a@b.example\n\nwords\n"
    winmail = part('Content-Type: application/ms-tnef; name="winmail.dat"', b"x\x9f>\x22")
    document = read("eml", mail(multipart("mixed", part(PLAIN, "전달합니다"), inner, winmail)))
    assert [each.name for each in document.enclosed] == ["지난 글.eml", "winmail.dat"]
    assert b"words" in document.enclosed[0].path.read_bytes()


def test_folded_lines_of_a_mail_are_joined(read):
    body = "Content-Type: text/plain; format=flowed\n\na long \nline\n\nanother\n-- \nname\n"
    assert read("eml", mail(body)).html == "<p>a long line</p><p>another<br>--<br>name</p>"


def test_a_picture_between_the_words_stands_there(read):
    image = part('Content-Disposition: inline; filename="a.png"\nContent-Type: image/png', png())
    body = multipart("mixed", part(PLAIN, "앞"), image, part(PLAIN, "뒤"))
    assert read("eml", mail(body)).html == (
        '<p>앞</p><figure><img src="picture:0" alt="" width="6" height="4"></figure><p>뒤</p>'
    )


def test_a_mail_of_ten_thousand_parts_is_refused(refusal):
    assert (
        refusal("eml", mail(multipart("mixed", *["Content-Type: text/plain\n\na"] * 10_000)))
        == "many"
    )


def test_a_mail_in_a_mail_in_a_mail_is_refused(refusal):
    body = part(PLAIN, "속")
    for _ in range(60):
        body = multipart("mixed", body)
    assert refusal("eml", mail(body)) == "many"
