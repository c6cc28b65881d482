"""The database joined to the application; tables come from migrations alone."""

from flask import Flask

from board.config import ROOT
from board.extensions import db, engine_options, migrate
from board.models import use_cheap_passwords


def init_app(app: Flask) -> None:
    url = app.settings.database_url.replace("postgresql://", "postgresql+psycopg://", 1)
    app.config.update(SQLALCHEMY_DATABASE_URI=url, SQLALCHEMY_ENGINE_OPTIONS=engine_options(url))
    db.init_app(app)
    migrate.init_app(
        app,
        db,
        directory=str(ROOT / "board" / "migrations"),
        render_as_batch=True,
        compare_type=True,
    )
    use_cheap_passwords(app.settings.cheap_passwords)
