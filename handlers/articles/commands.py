"""What can be asked of articles to residents; all of it at the office, where they are written."""

from dataclasses import dataclass
from datetime import datetime

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

WRITERS = PERMISSIONS[Act.DISPATCH]


@command("存推文", Intent.NOTIFY, effect=Effect.REVERSIBLE, roles=WRITERS)
@dataclass(frozen=True)
class WriteArticle:
    """Keep an article as a draft. `article`: the one that is written on, None: a new one; `version`: the one that its page showed;
    `where`: the places that it is for, in words; `goes_at`: when it is to go, as the subdistrict's clock shows.
    """

    title: str = slot("标题", default="")
    digest: str = slot("摘要", default="")
    body: str = slot("正文", default="")
    where: str = slot("发给哪里", default="")
    goes_at: datetime | None = slot("什么时候发", default=None)
    copy: bool = slot("也放进公众号草稿箱", default=False)
    article: int | None = slot("推文", default=None)
    version: int | None = slot("第几稿", default=None)


@command("推文配图", Intent.NOTIFY, effect=Effect.REVERSIBLE, roles=WRITERS)
@dataclass(frozen=True)
class IllustrateArticle:
    """Put a stored picture on an article in place of the one it has; None: take it off."""

    article: int = slot("推文")
    picture: int | None = slot("图片", default=None)


@command("退回推文", Intent.NOTIFY, effect=Effect.BINDING, roles=WRITERS)
@dataclass(frozen=True)
class WithholdArticle:
    """It does not go out as it is: it is a draft again."""

    article: int = slot("推文")
    why: str = slot("为什么", default="")


@command("推文送审", Intent.NOTIFY, effect=Effect.REVERSIBLE, roles=WRITERS, back=WithholdArticle)
@dataclass(frozen=True)
class AskForArticle:
    """The draft is done: somebody else is to look at it. `consent`: nobody's face or home is in its picture without their word;
    `public`: the numbers of phones and cards in its words may be read by everybody.
    """

    article: int = slot("推文")
    version: int | None = slot("第几稿", default=None)
    consent: bool = slot("照片里没有人脸和住家，或者已得到本人同意", default=False)
    public: bool = slot("写出的电话、身份证号可以公开", default=False)


@command("同意推文", Intent.NOTIFY, effect=Effect.REVERSIBLE, roles=WRITERS, back=WithholdArticle)
@dataclass(frozen=True)
class AgreeToArticle:
    """Somebody else agrees: it goes out, at its time."""

    article: int = slot("推文")
    version: int | None = slot("第几稿", default=None)


@command("删推文", Intent.NOTIFY, effect=Effect.BINDING, roles=WRITERS)
@dataclass(frozen=True)
class DropArticle:
    """The draft is not wanted any more."""

    article: int = slot("推文")


@command("撤下照片", Intent.NOTIFY, effect=Effect.REVERSIBLE, roles=WRITERS)
@dataclass(frozen=True)
class HidePhotos:
    """The pictures of a matter are on the photo wall no more."""

    ticket: str = slot("工单")


@command("照片上墙", Intent.NOTIFY, effect=Effect.REVERSIBLE, roles=WRITERS, back=HidePhotos)
@dataclass(frozen=True)
class ShowPhotos:
    """Put the pictures of a closed matter, as they were and as they are, on the photo wall of its month. `before`, `after`: those
    that were looked at.
    """

    ticket: str = slot("工单")
    before: int = slot("办之前的照片")
    after: int = slot("办好以后的照片")
    consent: bool = slot("照片里没有人脸和住家，或者已得到本人同意", default=False)
