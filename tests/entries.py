"""The pages on which entries of workbooks are changed: their forms filled in as a browser would."""

import re
from html import unescape
from typing import Any

from tests.office import Office, plain

_FORM = re.compile(r"<form[^>]*method=\"post\".*?</form>", re.DOTALL)
_FIELD = re.compile(r'<input[^>]*?name="(\w+)" value="([^"]*)"')
_CHOSEN = re.compile(r'<select name="(\w+)">.*?</select>', re.DOTALL)


class EntryForm:
    """One page with its forms, as somebody has it open."""

    def __init__(self, office: Office, address: str, html: str = "") -> None:
        self.office, self.address = office, f"/console/{address}"
        self.html = html or office.web.get(self.address).text
        self.status = 200

    @property
    def text(self) -> str:
        """What the page says."""
        return plain(self.html)

    def form(self, button: str) -> str:
        """The form with this button."""
        return next(each for each in _FORM.findall(self.html) if button in each)

    def fields(self, button: str) -> dict[str, str]:
        """The fields of the form with this button, as they are filled in."""
        form = self.form(button)
        found = {name: unescape(value) for name, value in _FIELD.findall(form)}
        for select in _CHOSEN.finditer(form):
            chosen = re.search(r"<option selected[^>]*>([^<]*)|<option[^>]* selected>([^<]*)", select[0])
            found[select[1]] = (chosen[1] or chosen[2]) if chosen else ""
        return found

    def sends(self, button: str, **typed: Any) -> "EntryForm":
        """Fills the form with this button in, and presses it: the page that comes."""
        action = re.search(r'action="([^"]+)"', self.form(button))
        address = unescape(action[1]) if action else self.address
        answer = self.office.web.post(address, data=self.fields(button) | typed | {"csrf": self.office.csrf})
        after = EntryForm(self.office, address.removeprefix("/console/"), answer.text)
        after.status = answer.status_code
        return after


CHECK, CONFIRM, UNDO = "看看会改什么", "确认</button>", "撤销这次改动"
