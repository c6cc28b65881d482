"""View counting: opening an article leaves a note, which the tally writes later."""

from flask import g, request

from board import clock
from board.application import current_app
from board.models import Note
from board.text.agents import is_crawler

LONGEST_AGENT = 300  # characters; many notes may have to wait in memory


def note_reading(article=None) -> None:
    """Count this page view later; not for crawlers, prefetches or the author."""
    if request.method != "GET" or is_crawler(request.user_agent.string):
        return
    if "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", "")):
        return
    who = (
        g.viewer.key
        if g.viewer.id
        else f"{request.remote_addr}|{request.user_agent.string[:LONGEST_AGENT]}"
    )
    read = article is not None and not g.viewer.is_author_of(article)
    current_app.tally.note(Note(who, clock.now(), article.id if read else None))
