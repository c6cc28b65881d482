"""Documents that people send: read from top to bottom into plain HTML, pictures and enclosures.

One file for each kind. They are read in a child process (`board.files.sandbox` starts it), because what
comes from outside may be broken, huge or hostile. Nothing is fetched and nothing is run. Libraries
are imported by the kind that needs them.
"""

from board.text.documents.document import KINDS, Document, Enclosed, Envelope, Picture
from board.text.documents.reading import read
from board.text.documents.unreadable import UnreadableError

__all__ = ["KINDS", "Document", "Enclosed", "Envelope", "Picture", "UnreadableError", "read"]
