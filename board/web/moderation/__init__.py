"""Moderation pages, for moderators and admins only."""

from importlib import import_module
from pkgutil import iter_modules

from flask import Blueprint

from board.access.doors import door, moderators

bp = door(Blueprint("moderation", __name__, url_prefix="/moderation"), moderators)

for resource in iter_modules(__path__, prefix=f"{__name__}."):
    bp.register_blueprint(import_module(resource.name).bp)
