"""The small subdistrict with those who visit households: cadres, police liaisons, city management; their phones bound."""

from dataclasses import dataclass

from tests import staff
from tests.chat import Chat, Speaker
from tests.roster import Lines
from tests.scenes import begun


@dataclass(frozen=True)
class Visitors:
    """Two cadres and two liaisons of the first community, one of city management, the grid worker, the secretary."""

    cadre: Speaker
    other_cadre: Speaker
    liaison: Speaker
    other_liaison: Speaker
    officer: Speaker
    worker: Speaker
    secretary: Speaker
    lead: Speaker


WHO = (("桂示范", "0051"), ("熊试用", "0052"), ("夏模拟", "0053"), ("方样本", "0054"), ("石示范", "0055"))
BEFORE = (("陈试用", "0001"), ("吴范例", "0006"), ("魏领导", "0031"))


def lines() -> Lines:
    """The small roster with them."""
    found = staff.lines()
    roles = ("挂钩干部", "挂钩干部", "社区民警", "社区民警", "城管队员")
    for at, ((name, end), role) in enumerate(zip(WHO, roles, strict=True)):
        found["people"].append({"code": f"V{at}", "name": name, "phone": f"1991111{end}"})
        found["posts"].append({"person": f"V{at}", "role": role, "place": "C1"})
    return found


def visitors(chat: Chat) -> Visitors:
    """Imports the roster and binds them all."""

    def begin() -> Visitors:
        chat.subdistrict(lines())
        found = [chat.bound(*who) for who in (*WHO, *BEFORE)]
        return Visitors(*found)

    return begun(chat, chat.clock, begin, "visits")
