"""Entry of the server: the front that Granian loads, with the application behind it."""

from board import create_app
from board.http.front import Front

app = create_app()
front = Front(app, app.settings.threads, app.settings.trusted_proxies)
