"""The photo wall of a month: nothing is on it before somebody has looked at just these two pictures."""

from sqlalchemy import select

from storage.models import Attachment, Audit, ShownPhotos
from tests.journeys.handling import done
from tests.office import Office, plain
from tests.pictures import snapshot


def closed_with_pictures(chat, people):
    """A lamp, dark and mended."""
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    resident.sends_picture(snapshot(1))
    chat.work()
    number = chat.tickets()[-1].number
    done(chat, people)
    chat.work()
    people.leader.says("核查 1 通过")
    chat.work()
    resident.says("满意 1")
    chat.work()
    assert chat.tickets()[-1].state == "closed"
    return number, [row.id for row in chat.rows(select(Attachment.id).order_by(Attachment.id))]


def puts(office, number, pictures, do="show", **fields):
    form = {
        "csrf": office.csrf,
        "do": do,
        "number": number,
        "before": pictures[0],
        "after": pictures[-1],
        "nonce": str(fields),
    }
    return office.web.post("/console/photos", data={**form, **fields})


def test_a_closed_matter_is_on_the_wall_once_somebody_answers_for_who_is_in_it(chat, people, office):
    number, pictures = closed_with_pictures(chat, people)
    page = office.sees("/console/photos?month=2026-11")
    assert "这个月墙上还没有照片" in page
    assert "可以上墙的" in page
    assert number in page
    without = puts(office, number, pictures)
    assert without.status_code == 409
    assert "请先看过两张照片" in plain(without.text)
    assert puts(office, number, [999], consent="1").status_code == 409, "not the pictures that were looked at"
    assert chat.rows(select(ShownPhotos.number)) == []
    for nonce in ("a", "b"):
        assert puts(office, number, pictures, consent="1", nonce=nonce).status_code == 303
    assert "没有等着上墙的" in office.sees("/console/photos")
    worker = Office(chat).signs_in(people.worker)
    seen = worker.sees("/console/photos")
    assert number in seen
    assert "房屋设施·照明" in seen
    assert "李阿姨" not in seen
    assert puts(worker, number, pictures, "hide").status_code == 403
    assert "这个月墙上还没有照片" in office.sees("/console/photos?month=2026-10")
    assert puts(office, number, pictures, "hide").status_code == 303
    assert "这个月墙上还没有照片" in worker.sees("/console/photos")
    assert [row.action for row in chat.rows(select(Audit.action).where(Audit.action.startswith("photos")))] == [
        "photos.show", "photos.hide",
    ]  # fmt: skip
