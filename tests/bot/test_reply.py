"""The passive reply, read by wechatpy: our own words come back exactly, whatever they are."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from wechatpy.replies import TextReply, deserialize_reply

from bot.reply import shortened, text_reply
from handlers.inbound import Inbound, Kind
from storage.inbound import Delivery

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1
)


@given(
    st.one_of(LINES, st.lists(st.sampled_from(["]]>", "<![CDATA[", "]", ">", "&", "字"])).map("".join)).filter(
        str.strip
    )
)
def test_wechatpy_reads_the_text_that_we_wrote(text):
    inbound = Inbound("gh_x", "o1", "1", Kind.TEXT, NOW, Delivery(0, "n", "d"))
    reply = deserialize_reply(text_reply(inbound, text, NOW))
    assert isinstance(reply, TextReply)
    assert (reply.source, reply.target, reply.time) == ("gh_x", "o1", int(NOW.timestamp()))
    assert reply.content.strip() == shortened(text).strip()
