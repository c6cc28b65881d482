"""The page for when even the error page fails: bare, but in the reader's size and colours."""

from board.pages import errors


def test_a_page_without_the_frame_keeps_the_chosen_size_and_theme(client, monkeypatch):
    whole = errors.render_template

    def render(template, **said):
        if template != "errors/bare.html":
            raise RuntimeError("no frame")
        return whole(template, **said)

    monkeypatch.setattr(errors, "render_template", render)
    client.set_cookie("naru_look", "xl.dark")
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert '<html lang="ko" data-size="xl" data-theme="dark">' in page.text
    assert "찾는 글이 없습니다" in page.text
