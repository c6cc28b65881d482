"""Cookies: their names, and the flags every one of them carries."""

from datetime import timedelta

from flask import Response, request

from board.application import current_app


def cookie(name: str) -> str:
    """The value this browser sent; empty when it sent none."""
    return request.cookies.get(_full(name), "")


def set_cookie(response: Response, name: str, value: str, lasting: timedelta) -> None:
    """HttpOnly, SameSite=Lax, for the whole site, and Secure where readers come by https."""
    response.set_cookie(
        _full(name),
        value,
        max_age=lasting,
        path="/",
        httponly=True,
        samesite="Lax",
        secure=current_app.settings.is_secure,
    )


def _full(name: str) -> str:
    return ("__Host-naru_" if current_app.settings.is_secure else "naru_") + name
