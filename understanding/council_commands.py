"""The grammar of what is said to a council to the letter: topics, meetings, votes, minutes, resolutions."""

from understanding.command_names import CommandName

_POLITE = r"(?:请|麻烦|帮我|帮忙|我们?要|我们?想|我来|想|我)*"
_SOFT = r"(?:吧|呀|啊|了|哦|呢|啦|哈|一下|谢谢|好吗|[!。~])*"
_GAP = r"[\s,，:：、]*"
_N = r"(?P<ticket>\d{1,7})"
_ASKS = r"(?:(?:办得?|现在)?(?:怎么样|如何)了?|到哪一?步了|进展(?:如何|怎么样)?|(?:有?(?:多少|几个)人支持))"
_COUNCIL = r"(?:协商议事会|协商会|议事会|联席会|委员会)"
_MEETING = rf"(?:{_COUNCIL}|会议)"
_CHOICE = r"(?:不同意|不赞成|不支持|同意|赞成|支持|没意见|反对|弃权)(?:票)?"
_NOT_COMING = (
    r"(?:来不了|去不了|参加不了|出席不了|不能(?:来|去|参加|出席)|没法(?:来|去|参加)|不(?:来|去|参加)(?:了)?|没空)"
)
_FINE = r"(?:我?看过了?[\s,，]*)?(?:没问题|没有问题|通过|同意|可以|没意见)"
_SEND = r"(?:[\s,，]*(?:可以|同意|就)?(?:发了?|发出去?|印发))?"

COUNCIL_COMMANDS: tuple[tuple[CommandName, str], ...] = (
    (CommandName.CALL_MEETING, rf"{_POLITE}(?:召开|召集)(?:一次|一个)?(?P<rest>.{{0,20}}?{_COUNCIL}[\s,，:：]*\S.*)"),
    (CommandName.PUT_ON_AGENDA, rf"{_POLITE}(?:列入议程|上议程)[\s,，:：]+(?P<rest>.+)"),
    (CommandName.OPEN_VOTE, rf"{_POLITE}(?:发起|开始)(?:不记名|无记名|记名)?表决[\s,，:：]+(?P<rest>.+)"),
    (CommandName.CLOSE_VOTE, rf"{_POLITE}(?:结束|截止)表决\s*(?:第)?(?P<ticket>\d{{1,7}})?号?{_SOFT}"),
    (CommandName.CLOSE_MEETING, rf"{_MEETING}\s*(?P<ticket>\d{{1,7}})?\s*(?:结束|散会|开完){_SOFT}|散会{_SOFT}"),
    (CommandName.WRITE_RESOLUTION, rf"{_POLITE}(?:形成|写下?)决议[\s,，:：]+(?P<rest>.+)"),
    (CommandName.CAST_VOTE, rf"表决\s*第?{_N}\s*号?{_GAP}(?:我们?|我投|投)*(?P<rest>{_CHOICE}){_SOFT}"),
    (CommandName.CAST_VOTE, rf"第?{_N}\s*号?(?:表决|决议){_GAP}(?:我们?|我投|投)*(?P<rest>{_CHOICE}){_SOFT}"),
    (CommandName.CAST_VOTE, rf"决议\s*第?{_N}\s*号?{_GAP}(?:我们?|我投|投)*(?P<rest>{_CHOICE}){_SOFT}"),
    (CommandName.CAST_VOTE, rf"我?投?(?P<rest>{_CHOICE})\s*表决\s*第?{_N}\s*号?{_SOFT}"),
    (CommandName.CAST_VOTE, rf"我?投(?:一票)?(?P<rest>{_CHOICE}){_SOFT}|我?(?P<early>弃权)(?:票)?{_SOFT}"),
    (CommandName.ATTEND_MEETING, rf"{_POLITE}{_MEETING}\s*(?:签到|报到){_GAP}(?P<rest>\d{{4}})?{_SOFT}"),
    (CommandName.ATTEND_MEETING, rf"我?(?:已经?)?到会场?(?:了|啦)?{_GAP}(?P<rest>\d{{4}})?{_SOFT}"),
    (CommandName.ANSWER_INVITATION, rf"{_POLITE}(?:不)?(?:参加|出席|请假)\s*{_MEETING}(?:\s*{_N})?(?:[\s,，:：]+(?P<rest>.*))?{_SOFT}"),
    (CommandName.ANSWER_INVITATION, rf"(?P<rest>.{{0,12}}?(?:{_MEETING}|的会)[\s,，]*我们?(?:可能|恐怕)?{_NOT_COMING}(?:[\s,，].*)?)"),
    (CommandName.ANSWER_INVITATION, rf"(?P<rest>.{{0,12}}?(?:{_MEETING}|的会)[\s,，]*我们?(?:一定|会|肯定|准时)*(?:来|去|参加|出席){_SOFT})"),
    (CommandName.APPROVE_MINUTES, rf"{_POLITE}(?:会议)?纪要{_GAP}{_FINE}{_SEND}(?:[\s,，]*(?:会议)\s*{_N})?{_SOFT}"),
    (CommandName.APPROVE_MINUTES, rf"{_POLITE}(?:同意|通过|批准|审定)(?:发)?(?:会议)?纪要(?:\s*(?:会议)?\s*{_N})?{_SOFT}"),
    (CommandName.NOTE_DISCUSSION, rf"{_POLITE}(?:记一下|记一笔|记录一下|会议记录|议事记录)[\s,，:：]+(?P<rest>.+)"),
    (CommandName.SHOW_RESOLUTIONS, rf"{_POLITE}(?:看看?|查看?|查询)?(?:有?(?:哪些|什么)|议事会的?)?决议(?:列表|清单|情况|有哪些|有什么)?(?:{_ASKS})?[?？]?{_SOFT}"),
    (CommandName.SHOW_RESOLUTIONS, rf"{_POLITE}(?:看看?|查看?|查询)?决议\s*第?{_N}\s*号?(?:{_ASKS})?[?？]?{_SOFT}"),
    (CommandName.SHOW_RESOLUTIONS, rf"{_POLITE}(?:看看?|查看?|查询)?第?{_N}\s*号决议(?:{_ASKS})?[?？]?{_SOFT}"),
    (CommandName.REPORT_RESOLUTION, rf"决议\s*第?{_N}\s*号?{_GAP}(?P<rest>[^\d\s].*)"),
    (CommandName.REPORT_RESOLUTION, rf"第?{_N}\s*号决议{_GAP}(?P<rest>[^\d\s].*)"),
    (CommandName.SUPPORT_TOPIC, rf"{_POLITE}(?:也|来|都)*(?:支持|赞成)(?:一下)?\s*议题\s*第?{_N}\s*号?{_SOFT}"),
    (CommandName.SUPPORT_TOPIC, rf"{_POLITE}(?:也|来|都)*(?:支持|赞成)(?:一下)?\s*第?{_N}\s*号?议题{_SOFT}"),
    (CommandName.SUPPORT_TOPIC, rf"{_POLITE}(?:也|来|都)*(?:附议|支持)\s*(?:议题)?\s*第?{_N}\s*号?{_SOFT}"),
    (CommandName.SUPPORT_TOPIC, rf"议题\s*第?{_N}\s*号?{_GAP}我?(?:们|家)?(?:也|都)?(?:支持|赞成){_SOFT}"),
    (CommandName.SUPPORT_TOPIC, rf"第?{_N}\s*号议题{_GAP}我?(?:们|家)?(?:也|都)?(?:支持|赞成){_SOFT}"),
    (CommandName.SUPPORT_TOPIC, rf"(?P<rest>.{{2,40}}?)的?(?:那个|这个)?议题{_GAP}我?(?:们|家)?(?:也|都)?(?:支持|赞成){_SOFT}"),
    (CommandName.SHOW_TOPICS, rf"{_POLITE}(?:看看?|查看?|查询)?(?:一下)?(?:现在)?(?:我的|我提的|有?(?:哪些|什么))?(?:协商)?议题(?:列表|清单|情况|有?(?:哪些|什么|几个))?(?:{_ASKS})?[?？]?{_SOFT}"),
    (CommandName.SHOW_TOPICS, rf"{_POLITE}(?:看看?|查看?|查询)?议题\s*第?{_N}\s*号?(?:{_ASKS})?[?？]?{_SOFT}"),
    (CommandName.PROPOSE_TOPIC, rf"(?:.{{0,10}}?(?:想|要|来|再|能不能|可以))?{_POLITE}提(?:出)?(?:一?个|一项|一条|一下)?(?:协商)?议题(?P<rest>.*)"),
    (CommandName.PROPOSE_TOPIC, r"议题\s*[:：,，\s]\s*(?P<rest>[^\d\s].{3,})"),
    (CommandName.SHOW_MEETINGS, rf"{_POLITE}(?:看看?|查看?|查询)?(?:下一?次|最近)?的?{_COUNCIL}(?:安排|日程|议程|通知|日历)?(?:是|在)?(?:什么时候|几点|哪天|在?哪里?|在?哪儿)?(?:召?开)?[?？]?{_SOFT}"),
    (CommandName.SHOW_MEETINGS, rf"(?:我们|社区|下一?次|最近|议事会)*(?:什么时候|几时|哪天|几点)(?:召开|开)(?:议事)?会[?？]?{_SOFT}"),
    (CommandName.SHOW_MEETINGS, rf"{_POLITE}(?:看看?|查看?|查询)?(?:下一?次|最近)的?(?:会|会议)(?:安排|日程|议程)?(?:是|在)?(?:什么时候|几点|哪天|在?哪里?|在?哪儿)(?:召?开)?[?？]?{_SOFT}"),
)  # fmt: skip
"""Read before what says less: a vote before a resolution's news, a topic by number before one by its words."""
