"""The doors of the house: one file for each resource, none of which knows another."""

from flask import Flask

from board.web import (
    accounts,
    articles,
    attachments,
    boards,
    comment_recommendations,
    comments,
    correction_feeds,
    correction_receipts,
    correction_requests,
    corrections,
    dev,
    feeds,
    health,
    home,
    moderation_log,
    newsroom,
    passwords,
    photos,
    preferences,
    recommendations,
    registrations,
    removals,
    restorations,
    robots,
    searches,
    sessions,
    sitemaps,
    stamps,
)

RESOURCES = (
    home,
    boards,
    articles,
    comments,
    removals,
    restorations,
    recommendations,
    comment_recommendations,
    searches,
    attachments,
    photos,
    sessions,
    registrations,
    accounts,
    passwords,
    preferences,
    corrections,
    correction_requests,
    correction_receipts,
    feeds,
    correction_feeds,
    moderation_log,
    sitemaps,
    robots,
    stamps,
    health,
    newsroom,
    dev,
)


def init_app(app: Flask) -> None:
    for resource in RESOURCES:
        app.register_blueprint(resource.bp)
