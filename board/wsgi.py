"""Entry of the server: the front that Granian loads, with the application behind it."""

from board import create_app
from board.data_version import data_version
from board.files.limits import megabytes
from board.http.front import Front
from board.http.page_cache import PageCache
from board.jobs.views import note_hit
from board.pages.look import BY_COOKIE

app = create_app()
settings = app.settings
room = megabytes(settings.page_cache_megabytes)
pages = PageCache(app, room, BY_COOKIE, data_version(settings.database_url).now)
front = Front(app, settings.threads, settings.trusted_proxies, pages, note_hit(app))
