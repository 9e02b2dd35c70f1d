"""Words that speak of alliances, as commands."""

from governance.clock import local_day
from handlers.alliance.commands import ProveMilestone, RecordLecture, ShowAgreements, ShowGridBranch, ShowPairings
from handlers.context import Here
from handlers.said import Reads, Said
from understanding.alliance_told import lecture_in, proof_in
from understanding.command_names import CommandName
from understanding.grid_branch_told import span_said


def lecture(said: Said, here: Here) -> RecordLecture:
    """党课上完了，主题 …，主讲 …，30人."""
    words = said.argument
    told = lecture_in(words, local_day(here.now, here.config.zone))
    return RecordLecture(told.topic, told.people, told.teacher, told.day, told.pairing, words)


def proof(said: Said, _here: Here) -> ProveMilestone:
    """节点 12 完成 已为3户老人修好水管."""
    number, note = proof_in(said.argument)
    return ProveMilestone(number, note)


def grid_branch(said: Said, here: Here) -> ShowGridBranch:
    """我们网格支部今年做了什么; without a span this month."""
    span = span_said(said.words, local_day(here.now, here.config.zone))
    return ShowGridBranch() if span is None else ShowGridBranch(*span)


READS: Reads = {
    CommandName.SHOW_PAIRINGS: lambda _said, _here: ShowPairings(),
    CommandName.RECORD_LECTURE: lecture,
    CommandName.SHOW_AGREEMENTS: lambda _said, _here: ShowAgreements(),
    CommandName.PROVE_MILESTONE: proof,
    CommandName.SHOW_GRID_BRANCH: grid_branch,
}
