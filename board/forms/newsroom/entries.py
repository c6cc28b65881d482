"""Entry forms for lists kept by the newsroom: boards, groups, press offices."""

from typing import Any

from board.forms.base import Form


class EntryForm(Form):
    """Form of a new entry or, with `obj`, of that one, which may keep its own unique values.

    Subclasses define in `add` and `revise` how the `written` values become an entry.
    """

    def __init__(self, obj: Any = None, **options: Any) -> None:
        super().__init__(obj=obj, **options)
        self.own_id: int | None = obj and obj.id
