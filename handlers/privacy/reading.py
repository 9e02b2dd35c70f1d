"""Words about one's own data."""

import re

from handlers.context import Here
from handlers.privacy.commands import (
    AgreeToPrivacy,
    ConfirmDeletion,
    CopyMyData,
    CorrectMyData,
    DataField,
    DeleteMyData,
    KeepMyData,
    ShowMyData,
    ShowPrivacy,
)
from handlers.said import Reads, Said
from understanding.command_names import CommandName

_FIELDS = (
    (DataField.PHONE, re.compile(r"(?:手机|电话)(?:号码?)?")),
    (DataField.NAME, re.compile(r"姓名|名字")),
    (DataField.UNIT, re.compile(r"工作?单位|单位")),
)
_BETWEEN = re.compile(r"^[\s,，:：、]*(?:应该?|要|请)?(?:改为|改成|改|换成|换|是|为)?[\s,，:：、]*")
_INTO = re.compile(r"(?:改成|换成|改为|应该是|应该叫|应是|现在是|现在叫)[\s:：]*([^\s,，。!！?？]+)")
"""What a sentence about a wrong entry says that is right."""


def correct(said: Said, _here: Here) -> CorrectMyData:
    """更正资料 电话 19900000001: which of them, and into what."""
    words = said.argument
    for field, called in _FIELDS:
        found = called.search(words)
        if found is not None and said.free:
            right = _INTO.search(words)
            return CorrectMyData(field, right[1] if right else "")
        if found is not None:
            return CorrectMyData(field, _BETWEEN.sub("", words[found.end() :]).strip(" ,，。."))
    return CorrectMyData()


READS: Reads = {
    CommandName.SHOW_MY_DATA: lambda _said, _here: ShowMyData(),
    CommandName.COPY_MY_DATA: lambda _said, _here: CopyMyData(),
    CommandName.CORRECT_MY_DATA: correct,
    CommandName.DELETE_MY_DATA: lambda _said, _here: DeleteMyData(),
    CommandName.CONFIRM_DELETION: lambda _said, _here: ConfirmDeletion(),
    CommandName.KEEP_MY_DATA: lambda _said, _here: KeepMyData(),
    CommandName.SHOW_PRIVACY: lambda _said, _here: ShowPrivacy(),
    CommandName.AGREE_TO_PRIVACY: lambda _said, _here: AgreeToPrivacy(),
}
