import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import AttachmentRefused, AttachmentTooLarge
from storage.files import FileStore
from storage.media_types import LIMITS, SIGNATURES, media_type_of


@given(st.binary(max_size=2000))
def test_what_is_put_is_got(tmp_path_factory, content):
    files = FileStore(tmp_path_factory.mktemp("files"))
    digest = files.put(content)
    assert files.put(content) == digest
    assert files.get(digest) == content


@pytest.mark.parametrize(("kind", "media_type", "offset", "signature"), SIGNATURES)
def test_each_type_is_known_by_its_first_bytes(kind, media_type, offset, signature):
    assert media_type_of(b"\0" * offset + signature + b"rest", kind) == media_type


@given(st.binary(max_size=100), st.sampled_from(sorted(LIMITS)))
def test_anything_else_is_refused(content, kind):
    try:
        media_type = media_type_of(content, kind)
    except AttachmentRefused:
        return
    assert media_type.split("/")[0] in (kind, "audio")


def test_a_picture_over_ten_megabytes_is_too_large():
    with pytest.raises(AttachmentTooLarge):
        media_type_of(b"\xff\xd8\xff" + b"0" * LIMITS["image"], "image")
