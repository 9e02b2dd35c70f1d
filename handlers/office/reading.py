"""Words about signing in to the back office."""

from handlers.context import Here
from handlers.office.commands import ShowSignIn, SignInBrowser, SignOutBrowsers
from handlers.said import Reads, Said
from understanding.command_names import CommandName
from understanding.duty_told import code_said


def sign_in(said: Said, _here: Here) -> SignInBrowser:
    """登录 482913; 电脑上显示482913 帮我登进去."""
    rest = said.meaning.rest or ""
    return SignInBrowser((code_said(said.words) or "") if said.free else rest)


READS: Reads = {
    CommandName.SIGN_IN_BROWSER: sign_in,
    CommandName.SHOW_SIGN_IN: lambda _said, _here: ShowSignIn(),
    CommandName.SIGN_OUT_BROWSERS: lambda _said, _here: SignOutBrowsers(),
}
