"""A stored picture made small for a page that anybody may open, without what the camera wrote into it."""

import io

from PIL import Image

from storage.files import FileStore

WIDEST = 900


def small_picture(files: FileStore, digest: str | None) -> bytes | None:
    """As JPEG; None where there is none, or its file is gone."""
    if digest is None:
        return None
    try:
        content = files.get(digest)
    except FileNotFoundError:
        return None
    out = io.BytesIO()
    with Image.open(io.BytesIO(content)) as picture:
        small = picture.convert("RGB")
        small.thumbnail((WIDEST, WIDEST))
        small.save(out, "JPEG", quality=80)
    return out.getvalue()
