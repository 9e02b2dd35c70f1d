"""Words about signing in to the back office."""

from handlers.office.commands import ShowSignIn, SignInBrowser, SignOutBrowsers
from handlers.said import Reads
from understanding.intent import Intent

READS: Reads = {
    (Intent.BIND, "console"): lambda said, _here: SignInBrowser(said.meaning.rest or ""),
    (Intent.BIND, "console_how"): lambda _said, _here: ShowSignIn(),
    (Intent.BIND, "console_out"): lambda _said, _here: SignOutBrowsers(),
}
