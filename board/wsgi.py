"""Entry of the server: the front that Granian loads, with the application behind it.

`board serve` imports it before the workers are forked, so that they share what never changes.
"""

import gc

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

# Whoever reads first must not wait for templates, and no thread for another that compiles the same.
for name in app.jinja_env.list_templates():
    app.jinja_env.get_template(name)
# What stands now stays: the collector need not look at it again, nor write into pages it shares.
gc.collect()
gc.freeze()
