"""What a picture proves: it is decoded, made anew without remarks, and one that was sent before is named to who verifies."""

import hashlib
import io
from datetime import timedelta

import pytest
from PIL import Image
from sqlalchemy import select

from storage.models import Attachment, PictureMark
from tests.journeys.handling import done, later, reported
from tests.office import Office
from tests.pictures import bomb, snapshot, taken

HEAD = b"\x89PNG\r\n\x1a\n" + b"0" * 12
DOOR = "梧桐里1号院05幢门口下水道堵了，污水往外冒"


def attachments(chat):
    return chat.rows(select(Attachment.__table__).order_by(Attachment.id))


def handled_with(chat, people, picture, n="1"):
    people.worker.says(f"接单 {n}")
    people.worker.sends_picture(picture)
    answer = people.worker.says(f"办结 {n} 已修好")
    chat.work()
    return answer


def smaller(content):
    """The same picture, as a chat program passes it on."""
    out = io.BytesIO()
    Image.open(io.BytesIO(content)).resize((140, 105)).save(out, "JPEG", quality=60)
    return out.getvalue()


def heard(speaker, words):
    return [text for text in speaker.notices if words in text]


def test_twenty_bytes_that_begin_like_a_picture_are_told_to_sender_and_verifier(chat, people, resident):
    reported(chat, resident)
    handled_with(chat, people, HEAD)
    assert heard(people.worker, "打不开，没有收下")
    assert heard(people.leader, "凭证发来的不是能打开的照片")
    assert "照片存疑" in Office(chat).signs_in(people.dispatcher).sees("/console/tickets/NH20261124-0001")


def test_bytes_that_begin_like_a_video_are_told_to_sender_and_verifier(chat, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    people.worker.phone.video(b"\0\0\0\x18ftypmp42" + bytes(40))
    people.worker.says("办结 1 已修好")
    chat.work()
    assert heard(people.worker, "打不开，没有收下")
    assert heard(people.leader, "凭证发来的不是能打开的照片")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (snapshot(1, (20, 20)), "太小，看不清，没有收下"),
        (snapshot(1)[:400], "打不开，没有收下"),
        (b"\xff\xd8\xff" + b"0" * 5000, "打不开，没有收下"),
        (bomb(9_000, 9_000), "太大，没有收下"),
        (bomb(60_000, 60_000), "太大，没有收下"),
    ],
    ids=["small", "torn", "only a head", "large", "bomb"],
)
def test_a_resident_hears_why_a_picture_was_not_taken(chat, people, resident, content, words):
    reported(chat, resident)
    resident.sends_picture(content)
    chat.work()
    assert [row.state for row in attachments(chat)] == ["refused"]
    assert len(heard(resident, words)) == 1
    later(chat, chat.clock)
    assert len(heard(resident, words)) == 1


def test_the_same_picture_for_another_ticket_is_named_to_the_verifier(chat, people, resident, clock):
    old = snapshot(7)
    reported(chat, resident)
    handled_with(chat, people, old)
    assert not heard(people.leader, "同一张")
    clock.turn(minutes=30)
    reported(chat, resident, DOOR)
    handled_with(chat, people, smaller(old), "2")
    for speaker in (people.leader, people.worker):
        (said,) = heard(speaker, "同一张")
        assert "NH20261124-0001" in said
    assert attachments(chat)[1].same_as == "NH20261124-0001"
    page = Office(chat).signs_in(people.dispatcher).sees("/console/tickets/NH20261124-0002")
    assert "和 NH20261124-0001 以前的照片是同一张" in page


def test_a_reporters_own_picture_is_no_proof_that_it_is_repaired(chat, people, resident):
    reported(chat, resident)
    resident.sends_picture(snapshot(8))
    chat.work()
    handled_with(chat, people, snapshot(8))
    (said,) = heard(people.leader, "同一张")
    assert "NH20261124-0001" in said


def test_other_pictures_of_the_same_place_are_not_doubted(chat, people, resident, clock):
    reported(chat, resident)
    done(chat, people)
    chat.work()
    clock.turn(minutes=30)
    reported(chat, resident, DOOR)
    done(chat, people, "2")
    chat.work()
    assert not heard(people.leader, "照片和工单")
    assert [row.doubts for row in attachments(chat)] == [None, None]


def test_when_and_where_are_read_and_then_taken_out(chat, people, resident, clock):
    reported(chat, resident)
    photo = taken(clock() + timedelta(minutes=5), 32.0601, 118.7702)
    handled_with(chat, people, photo)
    (row,) = attachments(chat)
    assert row.taken_at.replace(tzinfo=None) == (clock() + timedelta(minutes=5)).replace(tzinfo=None)
    assert (round(row.lat, 4), round(row.lon, 4)) == (32.0601, 118.7702)
    assert row.came_as == hashlib.sha256(photo).hexdigest()
    kept = chat.tools.files.get(row.sha256)
    assert row.sha256 == hashlib.sha256(kept).hexdigest() != row.came_as
    assert b"Exif" in photo
    assert b"Exif" not in kept
    assert dict(Image.open(io.BytesIO(kept)).getexif()) == {}
    assert Image.open(io.BytesIO(kept)).size == Image.open(io.BytesIO(photo)).size


def test_a_picture_from_yesterday_is_said_to_be_older_than_the_report(chat, people, resident, clock):
    reported(chat, resident)
    handled_with(chat, people, taken(clock() - timedelta(days=1), 32.06, 118.77))
    (said,) = heard(people.leader, "早于上报")
    assert "2026-11-23 10:00" in said


def test_the_office_refuses_what_is_no_picture_at_once(chat, people, resident):
    reported(chat, resident)
    office = Office(chat).signs_in(people.worker)

    def upload(content):
        form = {"csrf": office.csrf, "picture": (io.BytesIO(content), "p.png")}
        return office.web.post("/console/tickets/NH20261124-0001/picture", data=form)

    assert (upload(HEAD).status_code, "不是照片" in upload(HEAD).text) == (415, True)
    small = upload(snapshot(2, (40, 40)))
    assert (small.status_code, "太小" in small.text) == (415, True)
    assert upload(bomb(60_000, 60_000)).status_code == 413
    assert attachments(chat) == []
    assert upload(snapshot(2)).status_code == 200
    assert [row.state for row in attachments(chat)] == ["stored"]


def test_of_a_forgotten_sender_no_picture_is_recognised_any_more(chat, people, resident, clock):
    from storage.forgetting import forget
    from storage.subject import Subject

    reported(chat, resident)
    resident.sends_picture(snapshot(9))
    chat.work()
    (row,) = attachments(chat)
    assert (row.came_as, len(chat.rows(select(PictureMark.mark)))) == (hashlib.sha256(snapshot(9)).hexdigest(), 4)
    with chat.database.write() as connection:
        forget(connection, Subject(None, None, (row.account_id,)), clock())
    (row,) = attachments(chat)
    assert (row.came_as, row.fingerprint, row.taken_at) == (None, None, None)
    assert chat.rows(select(PictureMark.mark)) == []
