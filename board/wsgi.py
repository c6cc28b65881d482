"""What a WSGI server loads."""

from board import create_app

app = create_app()
