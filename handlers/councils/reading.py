"""Words that are said to a council, as commands."""

import re
from datetime import datetime

from governance.councils.kinds import CouncilKind, council_key, kinds_at
from governance.councils.votes import Choice, Share
from handlers.context import Here
from handlers.councils.commands import (
    AnswerInvitation,
    ApproveMinutes,
    AttendMeeting,
    CastVote,
    NoteDiscussion,
    ProposeTopic,
    ReportResolution,
    ShowMeetings,
    ShowResolutions,
    ShowTopics,
    SupportTopic,
)
from handlers.councils.staff_commands import (
    CallMeeting,
    CloseMeeting,
    CloseVote,
    ExplainResolution,
    OpenVote,
    PutOnAgenda,
    WriteResolution,
)
from handlers.said import Reads, Said
from understanding import council_told as told
from understanding.command_names import CommandName
from understanding.days import days_in
from understanding.meeting_said import room_said
from understanding.normalise import normalise, tidy
from understanding.time_told import time_told
from understanding.whom import whom_named

_CALLS = re.compile(r"^.{0,12}?(?:召开|召集)?.{0,20}?(?:议事会|联席会|委员会)[\s,，:：]*")
_KINDS = {"联席会": CouncilKind.JOINT, "委员会": CouncilKind.DEVELOPMENT}
_WHEN_WORDS = re.compile(
    r"(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}[日号]|(?:本|这|下)?(?:周|星期)[一二三四五六日天末]|今天|明天|后天|今晚|明晚|上午|中午|下午|晚上|"
    r"[0-9]{1,2}[点时](?:半|[0-9]{1,2}分?)?|[0-9]{1,2}[:：][0-9]{2}|[一二两三四五六七八九十]{1,3}点半?"
)


def propose(said: Said, _here: Here) -> ProposeTopic:
    """我想提个议题，把自行车棚改成充电棚."""
    return ProposeTopic(told.proposed_in(tidy(said.text)))


def support(said: Said, _here: Here) -> SupportTopic:
    """支持 议题5; 那个车棚的议题我也支持."""
    return SupportTopic(_number(said, told.topic_said(said.words)), "" if said.ticket and not said.free else said.words)


def answer(said: Said, _here: Here) -> AnswerInvitation:
    """参加 会议3; 周五的会我来不了，请个假."""
    away = told.stays_away(said.words)
    return AnswerInvitation(not away, _number(said, told.meeting_said(said.words)), tidy(said.text) if away else "")


def vote(said: Said, _here: Here) -> CastVote:
    """表决3 同意."""
    choice = told.choice_said(said.words)
    return CastVote(_number(said, told.vote_said(said.words)), None if choice is None else Choice(choice))


def note(said: Said, _here: Here) -> NoteDiscussion:
    """记一下：老陆说棚子太挤."""
    return NoteDiscussion(said.argument, told.topic_said(said.argument))


def news(said: Said, _here: Here) -> ReportResolution | ExplainResolution:
    """决议2 长椅装好8张了; 决议2 说明 等供电增容."""
    text, number = said.argument, _number(said, told.resolution_said(said.words))
    explained = told.explained_in(text)
    if explained and number is not None:
        return ExplainResolution(number, explained)
    return ReportResolution(number, text, told.says_done(normalise(text)))


def call(said: Said, here: Here) -> CallMeeting:
    """召开议事会 12月4日19点 社区会议室; 周二下午三点在活动室开个协商会."""
    if said.free:
        kind = next((word for word in _KINDS if word in said.words), "")
        return CallMeeting(_council(kind, here), time_told(said.words, here.local).start, room_said(said.words))
    head = _CALLS.match(said.words)
    rest = _CALLS.sub("", said.words)
    start = time_told(rest, here.local).start
    room = _WHEN_WORDS.sub("", rest).strip(" ,，。:：在于、")
    return CallMeeting(_council(head.group() if head is not None else "", here), start, room)


def _council(words: str, here: Here) -> str:
    """梧桐社区议事会, 联席会: of the place that is named, else of the sender's own."""
    kind = next((kind for word, kind in _KINDS.items() if word in words), CouncilKind.ASSEMBLY)
    places = [place for named in here.places.named_in(words) for place in named.places]
    fitting = [place for place in places if kind in kinds_at(here.places.nodes[place].kind)]
    return council_key(kind, fitting[0]) if fitting else kind.value


def agenda(said: Said, _here: Here) -> PutOnAgenda:
    """列入议程 议题5 会议3; 列入议程 12."""
    topic, meeting = told.topic_said(said.argument), told.meeting_said(said.argument)
    ticket = "" if topic is not None else told.without_numbers(said.argument)
    return PutOnAgenda(topic, ticket, meeting)


def open_vote(said: Said, _here: Here) -> OpenVote:
    """发起不记名表决 议题5 车棚改充电棚 三分之二通过."""
    rest = said.argument
    share = Share.TWO_THIRDS if told.needs_two_thirds(rest) else None
    return OpenVote(
        told.meeting_said(rest), told.topic_said(rest), told.without_numbers(rest), told.is_secret(said.words), share
    )


def resolve(said: Said, here: Here) -> WriteResolution:
    """形成决议 议题5 车棚改成充电棚 由陈试用负责 12月20日前."""
    rest = said.argument
    owner, days = told.owner_said(rest), days_in(normalise(rest), here.local.date())
    due = datetime(days[0].year, days[0].month, days[0].day, 18, tzinfo=here.config.zone) if days else None
    text = told.without_owner_and_day(told.without_numbers(rest))
    return WriteResolution(
        told.meeting_said(rest), told.topic_said(rest), text, whom_named(owner) if owner else None, due
    )


def _number(said: Said, spoken: int | None) -> int | None:
    """The number that the grammar found, else the one that stands in free words."""
    return int(said.ticket) if said.ticket and said.ticket.isdigit() and not said.free else spoken


READS: Reads = {
    CommandName.PROPOSE_TOPIC: propose,
    CommandName.SUPPORT_TOPIC: support,
    CommandName.SHOW_TOPICS: lambda said, _here: ShowTopics(_number(said, told.topic_said(said.words))),
    CommandName.SHOW_MEETINGS: lambda _said, _here: ShowMeetings(),
    CommandName.ANSWER_INVITATION: answer,
    CommandName.ATTEND_MEETING: lambda said, _here: AttendMeeting(told.code_said(said.words)),
    CommandName.CAST_VOTE: vote,
    CommandName.NOTE_DISCUSSION: note,
    CommandName.APPROVE_MINUTES: lambda said, _here: ApproveMinutes(_number(said, told.meeting_said(said.words))),
    CommandName.REPORT_RESOLUTION: news,
    CommandName.SHOW_RESOLUTIONS: lambda said, _here: ShowResolutions(_number(said, told.resolution_said(said.words))),
    CommandName.CALL_MEETING: call,
    CommandName.PUT_ON_AGENDA: agenda,
    CommandName.OPEN_VOTE: open_vote,
    CommandName.CLOSE_VOTE: lambda said, _here: CloseVote(_number(said, None)),
    CommandName.CLOSE_MEETING: lambda said, _here: CloseMeeting(_number(said, None)),
    CommandName.WRITE_RESOLUTION: resolve,
}
