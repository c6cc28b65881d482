"""Mails about suspensions to the member; guests read it where they would write."""

from board.models import Suspension
from board.notifications.members import write_to


def tell_of_suspension(suspension: Suspension) -> None:
    """Queue a mail that says why and until when, and how to object."""
    if suspension.user is not None:
        write_to(suspension.user, "suspension", "mail/suspension.txt", suspension=suspension)


def tell_of_lifting(suspension: Suspension) -> None:
    """Queue a mail that the member may write again."""
    if suspension.user is not None:
        write_to(suspension.user, "lifting", "mail/suspension_lifted.txt", suspension=suspension)
