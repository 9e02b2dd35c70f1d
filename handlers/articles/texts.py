"""What is said of articles to residents."""

from datetime import datetime

from governance.articles import BODY, DIGEST, TITLE, ArticleState, Lack
from handlers.articles import outcomes as found
from handlers.context import Here
from handlers.outcomes import says
from handlers.texts.work import moment

STATE = {
    ArticleState.DRAFT: "草稿",
    ArticleState.ASKED: "待审",
    ArticleState.SCHEDULED: "已同意，等着发",
    ArticleState.SENDING: "正在发",
    ArticleState.SENT: "已发",
    ArticleState.DROPPED: "已删",
}
NEXT = {
    ArticleState.DRAFT: "写好点“送审”。",
    ArticleState.ASKED: "等另一位同意；要改就先“退回”。",
    ArticleState.SCHEDULED: "到时间自动发；要改就先“退回”。",
    ArticleState.SENDING: "已经在发，不能再改。",
    ArticleState.SENT: "已经发出，不能再改。",
    ArticleState.DROPPED: "已经删了，请另写一篇。",
}
LACK = {
    Lack.NO_TITLE: "还没有标题",
    Lack.NO_BODY: "还没有正文",
    Lack.LONG_TITLE: f"标题 {{count}} 字，公众号最多 {TITLE} 字",
    Lack.LONG_DIGEST: f"摘要 {{count}} 字，公众号最多 {DIGEST} 字",
    Lack.LONG_BODY: f"正文 {{count}} 字，公众号最多 {BODY} 字",
}
NOW = "现在开始发"
PUSH = "【{title}】{digest}\n点开看全文：{url}"
LOOK_AT = "推文{n}请您过目：{who} 写的《{title}》，要发给 {people} 人，{when}。请在后台看过再同意：{url}"
AGREED_TO = "推文{n}《{title}》{who} 已同意，{when}，发给 {people} 人。"
SENT_BACK = "推文{n}《{title}》{who} 退回了{why}。改好请再送审：{url}"


def when_said(at: datetime | None, here: Here) -> str:
    """When it goes."""
    return "同意后就发" if at is None else f"{moment(at, here.config.zone, here.now)} 发"


def starts_said(at: datetime | None, here: Here) -> str:
    """When one that was agreed to goes."""
    return NOW if at is None else when_said(at, here)


@says
def kept(of: found.ArticleKept, _here: Here) -> str:
    """It is kept."""
    return f"推文{of.number} 已存为草稿。" + (
        "内容改过，要重新送审。" if of.again else "右边是手机上的样子，写好点“送审”。"
    )


@says
def illustrated(of: found.ArticleIllustrated, _here: Here) -> str:
    """Its picture."""
    return f"推文{of.number} 的配图已拿掉。" if of.bare else f"推文{of.number} 的配图已换上，太大的已自动缩小。"


@says
def no_such(of: found.NoSuchArticle, _here: Here) -> str:
    """None of this number."""
    return f"没有推文{of.number}，或者不归您管。请回到推文列表再选。"


@says
def stands(of: found.ArticleStands, _here: Here) -> str:
    """It can't be done in this state."""
    return f"推文{of.number} 现在是“{STATE[of.state]}”，这一步没有做。{NEXT[of.state]}"


@says
def edited(of: found.EditedMeanwhile, here: Here) -> str:
    """Two had it in hand."""
    at = moment(of.at, here.config.zone, here.now)
    return f"推文{of.number} 没有存：{of.by} {at} 已经改过。您写的还在下面，请在新窗口打开这篇对照，合在一起再存。"


@says
def lacks(of: found.ArticleLacks, _here: Here) -> str:
    """What is wrong with its words."""
    return (
        "没有存成、也没有发："
        + "；".join(LACK[lack].format(count=count) for lack, count in of.lacks)
        + "。请改好再来。"
    )


@says
def too_late(of: found.ArticleTooLate, here: Here) -> str:
    """Its time is past."""
    return f"发送时间 {moment(of.goes_at, here.config.zone, here.now)} 已经过了，这一步没有做。请改时间，或者不填时间，同意后就发。"


@says
def for_nobody(of: found.ArticleForNobody, _here: Here) -> str:
    """Nobody would get it."""
    return f"推文{of.number} 发给 0 人：选的地方没有会收到的住户，这一步没有做。请换一个范围。"


@says
def has_numbers(of: found.ArticleHasNumbers, _here: Here) -> str:
    """Which, so that each is looked at."""
    said = "、".join(of.found)
    return f"推文{of.number} 里写着 {said}，像手机号或身份证号。可以公开就勾选“可以公开”再送审，不可以就从正文里去掉。"


@says
def without_consent(of: found.ArticleWithoutConsent, _here: Here) -> str:
    """A picture that nobody has answered for."""
    return f"推文{of.number} 有配图，请先勾选“没有人脸和住家，或者已得到本人同意”；做不到就拿掉配图。"


@says
def needs_cover(of: found.ArticleNeedsCover, _here: Here) -> str:
    """No picture."""
    return f"推文{of.number} 要放进公众号草稿箱，就要有配图做封面：请先上传一张，或者不勾“放进公众号草稿箱”。"


@says
def second_hand(of: found.SecondHandNeeded, _here: Here) -> str:
    """The same eyes."""
    return f"推文{of.number} 是您写的或刚改过的，要由另一位同意，这一步没有做。"


@says
def asked(of: found.ArticleAsked, _here: Here) -> str:
    """Who was asked."""
    if not of.names:
        return f"推文{of.number} 已送审，现在没有能联系上的人，请同事在后台打开同意。"
    return f"推文{of.number} 已送审，请了{'、'.join(of.names)}过目。"


@says
def agreed(of: found.ArticleAgreed, here: Here) -> str:
    """It goes."""
    return f"推文{of.number} 已同意，发给 {of.people} 人，{starts_said(of.goes_at, here)}。"


@says
def back(of: found.ArticleBack, _here: Here) -> str:
    """It is a draft again."""
    return f"推文{of.number} 已退回草稿，没有发。"


@says
def dropped(of: found.ArticleDropped, _here: Here) -> str:
    """It is gone."""
    return f"推文{of.number} 已删。"
