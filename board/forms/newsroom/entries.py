"""Forms for entries of a list that the newsroom keeps: boards, groups, press offices."""

from typing import Any

from board.forms.base import Form


class EntryForm(Form):
    """Without `obj` the form of a new entry; with it, of that one, which may keep what no two have.

    Whoever inherits it says how what was `written` becomes an entry: `add` and `revise`.
    """

    def __init__(self, obj: Any = None, **options: Any) -> None:
        super().__init__(obj=obj, **options)
        self.own_id: int | None = obj and obj.id
