"""Newsroom pages, for admins only."""

from importlib import import_module
from pkgutil import iter_modules

from flask import Blueprint

from board.access.doors import admins, door

bp = door(Blueprint("newsroom", __name__, url_prefix="/newsroom"), admins)

for resource in iter_modules(__path__, prefix=f"{__name__}."):
    bp.register_blueprint(import_module(resource.name).bp)
