from datetime import timedelta

from sqlalchemy import func, select

from storage.models import Inbound, Nonce


def test_a_week_old_message_is_kept_a_forgotten_one_goes_and_tickets_stay(chat, clock):
    resident = chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    clock.turn(days=8)
    chat.run("prune")
    assert chat.rows(select(func.count()).select_from(Inbound))[0][0] == 1
    assert chat.rows(select(func.count()).select_from(Nonce))[0][0] == 0
    clock.now += timedelta(days=23)
    chat.run("prune")
    assert chat.rows(select(func.count()).select_from(Inbound))[0][0] == 0
    assert len(chat.tickets()) == 1
