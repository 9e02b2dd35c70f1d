"""Words about signing in to the back office."""

from handlers.office.commands import ShowSignIn, SignInBrowser, SignOutBrowsers
from handlers.said import Reads
from understanding.command_names import CommandName

READS: Reads = {
    CommandName.SIGN_IN_BROWSER: lambda said, _here: SignInBrowser(said.meaning.rest or ""),
    CommandName.SHOW_SIGN_IN: lambda _said, _here: ShowSignIn(),
    CommandName.SIGN_OUT_BROWSERS: lambda _said, _here: SignOutBrowsers(),
}
