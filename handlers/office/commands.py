"""What staff do about the browsers in which they sign in, and what they keep in order at the office."""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

_WHO, _MANAGERS = PERMISSIONS[Act.USE_CONSOLE], PERMISSIONS[Act.MANAGE]
LOGIN_SCENE = "login_"
"""What stands before the code in the scene of the sign-in page's picture."""


@command("退出后台", Intent.BIND, effect=Effect.BINDING, roles=_WHO, examples=("退出后台",))
@dataclass(frozen=True)
class SignOutBrowsers:
    """Sign out every browser of the sender's."""


@command("登录后台", Intent.BIND, effect=Effect.REVERSIBLE, roles=_WHO, examples=("登录 483920",), back=SignOutBrowsers)
@dataclass(frozen=True)
class SignInBrowser:
    """Have the browser that shows this code signed in; which one it is, and whether the sender sits at it, is asked first."""

    code: str = slot("页面上的码")


@command("确认登录后台", Intent.BIND, effect=Effect.BINDING, roles=_WHO)
@dataclass(frozen=True)
class ConfirmSignIn:
    """Say which number stands on the screen of the browser that asks."""

    request: int = slot("登录请求")
    number: str = slot("屏幕上的数字")


@command("拒绝登录后台", Intent.BIND, effect=Effect.BINDING)
@dataclass(frozen=True)
class RefuseSignIn:
    """Say that it is somebody else who asks."""

    request: int = slot("登录请求")


@command("怎么登录后台", Intent.BIND, effect=Effect.NONE, roles=_WHO, examples=("后台网址",))
@dataclass(frozen=True)
class ShowSignIn:
    """Where the back office's page is, and what to send."""


@command("恢复问答", Intent.ANSWER, effect=Effect.REVERSIBLE, roles=_MANAGERS)
@dataclass(frozen=True)
class RestoreAnswer:
    """Let a known answer that was retired answer again."""

    known: int = slot("问答")


@command("停用问答", Intent.ANSWER, effect=Effect.REVERSIBLE, roles=_MANAGERS, back=RestoreAnswer)
@dataclass(frozen=True)
class RetireAnswer:
    """Let a known answer answer nobody any more."""

    known: int = slot("问答")


@command("改问答", Intent.ANSWER, effect=Effect.REVERSIBLE, roles=_MANAGERS, back=RetireAnswer)
@dataclass(frozen=True)
class KeepAnswer:
    """Have questions like this one answered by these words. `known`: the one whose words are changed, else it is a new one; `was`:
    its question and answer, a line each, as the page showed them, so that nobody overwrites what somebody else has written.
    """

    question: str = slot("问题")
    answer: str = slot("答案")
    known: int | None = slot("问答", default=None)
    was: str = slot("原来的内容", default="")


@command("重试定时任务", Intent.OVERVIEW, effect=Effect.BINDING, roles=_MANAGERS)
@dataclass(frozen=True)
class RetryItem:
    """Have what failed of what the clock brings tried again with the next pass."""

    job: str = slot("任务")
    item: str = slot("事项")


@command("搁置定时任务", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=_MANAGERS)
@dataclass(frozen=True)
class SetItemAside:
    """Have what failed of what the clock brings wait for somebody, and not be tried again by itself."""

    job: str = slot("任务")
    item: str = slot("事项")


@command("重发推送", Intent.OVERVIEW, effect=Effect.BINDING, roles=_MANAGERS)
@dataclass(frozen=True)
class SendAgain:
    """Have a push that did not reach its reader sent once more, from the start."""

    push: int = slot("推送")


@command("不发推送", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=_MANAGERS, back=SendAgain)
@dataclass(frozen=True)
class CallOffPush:
    """Have a push that has not gone out not sent at all."""

    push: int = slot("推送")
