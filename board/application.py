"""The application object: Flask's, with what belongs to one site.

`current_app` is Flask's own proxy under the type of our application: import it from here.
"""

from typing import TYPE_CHECKING, Any, cast

import flask
from flask import Flask
from flask.json.provider import DefaultJSONProvider

from board.config import ROOT, Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

    from board.http.pieces import Pieces
    from board.jobs.tally import Tally
    from board.models.screens.frame import KeptSite


class Naru(Flask):
    """`settings` are those of this site; `tally` takes the counting that is done beside serving.
    `last_site` is the frame of the last page that was made, for error pages; `pieces` are parts of
    pages that need not be rendered again."""

    settings: Settings
    tally: "Tally"
    last_site: "KeptSite | None" = None
    pieces: "Pieces"
    json: DefaultJSONProvider

    def __init__(self, settings: Settings) -> None:
        super().__init__("board", root_path=str(ROOT), instance_path=None)
        self.settings = settings

    def wsgi_app(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Any:
        """WSGI entry. A host in capitals is the same host (RFC 9110, 4.2.3)."""
        if host := environ.get("HTTP_HOST"):
            environ["HTTP_HOST"] = host.lower()
        return super().wsgi_app(environ, start_response)


current_app = cast(Naru, flask.current_app)


def application() -> Naru:
    """The current application itself, not its proxy: for a thread that outlives the request."""
    return cast(Naru, flask.globals.app_ctx.app)
