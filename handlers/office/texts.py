"""What is said of orders from the back office."""

from handlers.context import Here
from handlers.office.outcomes import NotSignedIn, SignedIn, SignedOut, SignInCodeUnknown, SignInHow, Stale
from handlers.outcomes import says
from handlers.texts.console import event

STALE = "这件工单刚刚有了变化，您的操作没有执行：{news}。请看过最新情况再操作。"
SIGNED_IN = "已在电脑上登录后台。不是您本人操作，请马上回复：退出后台"
HOW_TO_SIGN_IN = "请在电脑浏览器打开 {url}/console/ ，用微信扫页面上的码，或把页面上那句话发到这里，例如：登录 483920"
SIGNED_OUT = "已退出您登录的 {count} 个后台页面。"
NOT_SIGNED_IN = "您没有登录着的后台页面。"
CODE_UNKNOWN = "登录码不对或已过期，请看电脑页面上现在的 6 位登录码，例如：登录 483920"


@says
def stale(found: Stale, _here: Here) -> str:
    """What somebody else has done meanwhile."""
    return STALE.format(news="；".join(event(kind, who) for kind, who in found.news))


@says
def signed_in(_found: SignedIn, _here: Here) -> str:
    """And what to do when it was somebody else."""
    return SIGNED_IN


@says
def sign_in_code_unknown(_found: SignInCodeUnknown, _here: Here) -> str:
    """Where the right one stands."""
    return CODE_UNKNOWN


@says
def sign_in_how(_found: SignInHow, here: Here) -> str:
    """The page's address."""
    return HOW_TO_SIGN_IN.format(url=here.config.public_url)


@says
def signed_out(found: SignedOut, _here: Here) -> str:
    """How many."""
    return SIGNED_OUT.format(count=found.count)


@says
def not_signed_in(_found: NotSignedIn, _here: Here) -> str:
    """Nothing to do."""
    return NOT_SIGNED_IN
