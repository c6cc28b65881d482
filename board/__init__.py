"""나루 (Naru): the bulletin board a small Korean local newspaper runs its whole site on."""

from werkzeug.middleware.proxy_fix import ProxyFix

from board.application import Naru
from board.config import Settings


def create_app(settings: Settings | None = None) -> Naru:
    """Application factory; reads like a table of contents."""
    from board import current, extensions, web
    from board.access import doors
    from board.http import caching, compression, csrf, flash, headers, limits, page_cache, params
    from board.jobs import tally
    from board.models import use_cheap_passwords
    from board.notifications import receivers
    from board.pages import errors, templating

    app = Naru(settings or Settings.from_environment())
    app.json.ensure_ascii = False  # Korean stays Korean in JSON too
    app.config.update(
        SECRET_KEY=app.settings.secret_key,
        SECRET_KEY_FALLBACKS=list(app.settings.secret_key_fallbacks),
        TRUSTED_HOSTS=list(app.settings.hosts),
    )
    use_cheap_passwords(app.settings.cheap_passwords)
    # Before a view these run from the left to the right, after it from the right to the left.
    for part in (
        page_cache,
        limits,
        csrf,
        extensions,
        tally,
        compression,
        caching,
        headers,
        current,
    ):
        part.init_app(app)
    for part in (doors, params, flash, errors, templating, receivers, web):
        part.init_app(app)
    app.before_request(current.begin_writing)
    doors.check_all_declared(app)
    hops = app.settings.trusted_proxies
    if hops:
        wsgi = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=0)
        app.wsgi_app = wsgi  # type: ignore[method-assign]  # as Flask's documentation puts it on
    return app
