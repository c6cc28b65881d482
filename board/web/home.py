"""Front page."""

from flask import Blueprint, g, render_template

from board.access.doors import anyone, open_to
from board.http.page_cache import shared
from board.jobs.views import note_reading
from board.models import FirstSteps, Headline, Ranking
from board.pages.templating import site

bp = Blueprint("home", __name__)


@bp.get("/")
@open_to(anyone)
@shared()
def index():
    note_reading()
    return render_template(
        "home/index.html",
        notices_pinned=Headline.pinned(),
        top=Headline.top(site().groups),
        groups=Headline.latest_by_group(site().groups),
        recommended=Ranking.most_recommended(),
        discussed=Ranking.most_discussed(),
        steps=FirstSteps.read() if g.viewer.is_admin else None,
    )
