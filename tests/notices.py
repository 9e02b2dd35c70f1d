"""What the journeys of notices to an area share: who lives where, what they got, a notice on its way."""

from sqlalchemy import select

from storage.models import Place

NUMBER = "TZ20261124-01"
HOMES = (
    ("李阿姨", "梧桐里1号院1幢"), ("王叔叔", "梧桐里1号院5幢"), ("赵奶奶", "梧桐里1号院1幢"), ("钱大爷", "梧桐里2号院9幢"),
    ("孙老师", "虎踞北路4号5幢"),
)  # fmt: skip


def dwellers(chat, many, last_inbound_at):
    """Rows of accounts that live in 梧桐里1号院1幢."""
    place = chat.rows(select(Place.id).where(Place.code == "Y1-1"))[0][0]
    return [
        {"channel": "wechat", "openid": f"many{n}", "place_id": place, "last_inbound_at": last_inbound_at}
        for n in range(many)
    ]


def got(speaker, *words):
    """The pushes with all these words that somebody got."""
    return [each for each in speaker.notices if all(word in each for word in words)]


def outage(people, said="通知梧桐里1号院明天9点到15点停水，请提前接水"):
    """Written and sent."""
    answer = people.secretary.says(said)
    assert "还没有发" in answer, answer
    return people.secretary.says(f"可以发 {NUMBER}")
