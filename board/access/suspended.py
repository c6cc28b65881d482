"""Suspension check: refuse writing to suspended visitors; the 403 says why and until when."""

from board import clock
from board.current import origin, viewer
from board.models import Suspension
from board.pages.errors import say
from board.pages.templating import site
from board.text import korean


def refuse_suspended() -> None:
    """Raise a 403 with the end and the reason, if the viewer is suspended. One query."""
    suspension = Suspension.of(viewer, origin()[0])
    if suspension is not None:
        raise say(403, _sentence(suspension), heading="지금은 글쓰기가 멈춰 있습니다")


def _sentence(suspension: Suspension) -> str:
    until = korean.spoken_moment(suspension.until, clock.today())
    said = f"{suspension.decider}가 {until}까지 댓글과 추천, 신고를 멈추게 했습니다."
    said += f" 사유: {suspension.reason_name}."
    if suspension.is_meant_for(viewer):
        said += f" {suspension.message}" if suspension.message else ""
    else:
        said += " 같은 인터넷을 쓰는 다른 분 때문이라면 가입하고 로그인해서 쓰실 수 있습니다."
    return f"{said} 이 결정에 이의가 있으면 {_desk()}로 알려 주세요."


def _desk() -> str:
    publisher = site().publisher
    return publisher.tip_email or publisher.phone or "신문사"
