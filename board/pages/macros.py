"""Macros of templates: those in `templates/ui`, known to every template as `ui.name`.

Jinja compares all its globals at each `from … import` of a template, which for a partial that stands
fifty times on a page costs more than what it shows.
"""

from typing import Any

from flask.templating import Environment

FOLDER = "ui/"


class Macros:
    """The macros of a folder of templates, as attributes; all are read when one is first used."""

    def __init__(self, env: Environment) -> None:
        self._env = env

    def __getattr__(self, name: str) -> Any:
        for template in self._env.list_templates(filter_func=lambda each: each.startswith(FOLDER)):
            self.__dict__.update(vars(self._env.get_template(template).module))
        try:
            return self.__dict__[name]
        except KeyError:
            raise AttributeError(f"no macro {name} in templates/{FOLDER}") from None
