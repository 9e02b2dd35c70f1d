"""Files in S3-compatible storage: the same as a folder, over a real connection; against moto's server, no provider's own."""

from dataclasses import replace

import boto3
import pytest
from moto.server import ThreadedMotoServer
from sqlalchemy import select

from linli.errors import Stop
from linli.settings import load
from storage.backup import read_backup, write_backup
from storage.bucket import BucketStore, files_at
from storage.database import Database
from storage.errors import FilesAway
from storage.files import FileStore
from storage.models import Attachment, JobFailure
from storage.schema import upgrade

KEYS = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}


@pytest.fixture(scope="module")
def server():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", **KEYS).create_bucket(Bucket="linli")
    yield endpoint
    server.stop()


@pytest.fixture
def bucket(server, request):
    return files_at(f"s3://linli/{request.node.name[:20]}?endpoint={server}", None, "test", "test")


def test_what_is_put_is_there_once_and_gone_when_it_is_taken_away(bucket):
    digest = bucket.put(b"picture")
    assert bucket.put(b"picture") == digest
    assert bucket.get(digest) == b"picture"
    bucket.remove(digest)
    bucket.remove(digest)
    with pytest.raises(FileNotFoundError):
        bucket.get(digest)


def test_what_is_not_what_was_put_is_not_given(bucket, server):
    digest = bucket.put(b"picture")
    client = boto3.client("s3", endpoint_url=server, region_name="us-east-1", **KEYS)
    client.put_object(Body=b"other", **bucket._key(digest))
    with pytest.raises(FilesAway):
        bucket.get(digest)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_resident_s_picture_goes_into_the_bucket_and_through_a_backup(chat, bucket, tmp_path):
    chat.tools = replace(chat.tools, files=bucket)
    person = chat.person("李阿姨")
    person.says("梧桐里1号院05幢电梯停运了")
    person.sends_picture()
    chat.work()
    (digest,) = [row.sha256 for row in chat.rows(select(Attachment))]
    assert bucket.get(digest)
    write_backup(chat.database, bucket, tmp_path / "b.zip", chat.clock())
    other, files = Database(f"sqlite:///{tmp_path / 'other.db'}"), FileStore(tmp_path / "of")
    upgrade(other)
    read_backup(other, files, tmp_path / "b.zip")
    other.close()
    assert files.get(digest) == bucket.get(digest)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_while_the_storage_is_away_a_picture_waits_and_is_never_set_aside(chat, bucket):
    away = BucketStore("s3://linli/x?endpoint=http://127.0.0.1:9", "test", "test")
    chat.tools = replace(chat.tools, files=away)
    person = chat.person("李阿姨")
    person.says("梧桐里1号院05幢电梯停运了")
    person.sends_picture()
    for _ in range(6):
        chat.run("downloads")
        chat.clock.turn(hours=3)
    (failure,) = chat.rows(select(JobFailure))
    assert failure.set_aside_at is None
    assert "附件存储连不上" in failure.last_error
    chat.tools = replace(chat.tools, files=bucket)
    chat.run("downloads")
    (row,) = chat.rows(select(Attachment))
    assert bucket.get(row.sha256)


@pytest.mark.parametrize(
    ("where", "well"),
    [
        ("s3://linli/a?endpoint=https://oss.example.cn", True),
        ("s3://linli/a?endpoint=http://127.0.0.1:9000", True),
        ("s3://linli/a?endpoint=http://oss.example.cn", False),
        ("https://oss.example.cn/linli", False),
        ("/mnt/shared", True),
    ],
)
def test_a_storage_elsewhere_is_spoken_with_encrypted(where, well, monkeypatch, tmp_path):
    monkeypatch.setenv("LINLI_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("LINLI_FILES", where)
    if well:
        assert load().files == where
        return
    with pytest.raises(Stop, match="LINLI_FILES"):
        load()
