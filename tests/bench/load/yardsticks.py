"""What others' figures are measured against: 20 KB from Flask, and from nothing but the server."""

from flask import Flask

PAGE = b"<!doctype html><title>hello</title>" + b"<p>hello, reader</p>" * 1_000

hello = Flask(__name__)


@hello.get("/")
def index() -> bytes:
    return PAGE


def bare(_environ, start_response):
    """A WSGI application without a framework."""
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(PAGE)))]
    start_response("200 OK", headers)
    return [PAGE]
