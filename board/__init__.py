"""나루 (Naru): the bulletin board a small Korean local newspaper runs its whole site on."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from board.config import ROOT, Settings


def create_app(settings: Settings | None = None) -> Flask:
    """The application, ready to serve; read it as a table of contents."""
    from board import current, database, web
    from board.access import doors
    from board.http import caching as freshness
    from board.http import compression, headers, limits
    from board.http import csrf as forgery
    from board.http import flash as notices
    from board.http import params as asked
    from board.jobs import counting
    from board.pages import errors, templating

    app = Flask("board", root_path=str(ROOT), instance_path=None)
    app.settings = settings or Settings.from_environment()
    app.json.ensure_ascii = False  # Korean stays Korean in JSON too
    # Before a view these run from the left to the right, after it from the right to the left.
    for part in (limits, database, counting, compression, freshness, headers, current):
        part.init_app(app)
    for part in (forgery, doors, asked, notices, errors, templating, web):
        part.init_app(app)
    doors.check_all_declared(app)
    hops = app.settings.trusted_proxies
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=0)
    return app
