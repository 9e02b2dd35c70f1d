"""What staff do by chat about the browsers in which they sign in."""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

_WHO = PERMISSIONS[Act.USE_CONSOLE]
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
