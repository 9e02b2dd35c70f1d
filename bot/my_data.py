"""A copy of somebody's own data behind an address that only they have, and the information notice for anybody."""

import io
import json
from html import escape
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Blueprint, Response, abort, request

from bot import texts
from bot.pages import HEADERS, PublicPages, page
from handlers.privacy.own import named
from handlers.privacy.texts import notice_text
from storage.audit import AuditEntry, note_by
from storage.data_requests import copy_by_secret
from storage.files import FileStore
from storage.origin import came_from
from storage.own_data import own_data
from storage.subject import subject_of_account
from storage.unit_of_work import UnitOfWork

MOST_BYTES = 60 * 1024 * 1024
"""Pictures beyond this are named in the file and left out."""
_ENDING = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "audio/amr": "amr", "video/mp4": "mp4"}


def my_data_pages(pages: PublicPages) -> Blueprint:
    """The copy and the notice."""
    blueprint = Blueprint("my_data", __name__)

    @blueprint.get("/my-data/<secret>")
    def copy(secret: str) -> Response:
        """An address that is not known, or is past its day, is 404 without a word."""
        came_from(request.remote_addr or "")
        with pages.database.read() as connection:
            account = copy_by_secret(UnitOfWork(connection), secret, pages.clock())
            if account is None:
                abort(404)
            subject = subject_of_account(connection, account)
            data = own_data(connection, subject, pages.config.zone)
        with pages.database.write() as connection:
            uow = UnitOfWork(connection)
            note_by(uow, f"account:{account}", AuditEntry("person.copy", named(subject)), pages.clock())
            uow.finish()
        return archive_response(data, pages.files)

    @blueprint.get("/privacy")
    def privacy() -> Response:
        said = notice_text(pages.config.privacy, pages.config.rules)
        body = "".join(f"<p>{escape(line)}</p>" for line in said.splitlines())
        return Response(page(texts.PRIVACY_TITLE, body), mimetype="text/html", headers=HEADERS)

    return blueprint


def archive_response(data: dict[str, Any], files: FileStore) -> Response:
    """The copy as a file to keep."""
    disposition = {"Content-Disposition": 'attachment; filename="my-data.zip"', "X-Content-Type-Options": "nosniff"}
    return Response(archive(data, files), mimetype="application/zip", headers={**HEADERS, **disposition})


def _content(files: FileStore, digest: str | None) -> bytes | None:
    try:
        return files.get(digest) if digest else None
    except FileNotFoundError:
        return None


def archive(data: dict[str, Any], files: FileStore) -> bytes:
    """A zip: all rows as JSON, and the pictures, voices and videos by their numbers."""
    out, size = io.BytesIO(), 0
    with ZipFile(out, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr(texts.COPY_JSON, json.dumps(data, ensure_ascii=False, indent=2))
        for each in data["attachments"]:
            content = _content(files, each["sha256"]) if size + (each["size"] or 0) <= MOST_BYTES else None
            if content is None or size + len(content) > MOST_BYTES:
                continue
            size += len(content)
            zipped.writestr(f"files/{each['id']}.{_ENDING.get(each['media_type'] or '', 'bin')}", content)
    return out.getvalue()
