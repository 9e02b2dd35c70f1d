"""What a person does with the phone; each shows on the screen and goes to the webhook as the platform would post it."""

from dataclasses import dataclass

from simulator.people import Code, Spot
from simulator.platform import Platform


@dataclass(frozen=True)
class Phone:
    """One person's phone. Every method answers the account's reply, None where it says nothing."""

    platform: Platform
    openid: str

    def say(self, text: str) -> str | None:
        """Types a text."""
        self._show("text", text)
        return self.platform.send(self.openid, "text", Content=text)

    def choose(self, content: str) -> str | None:
        """Taps an answer of a menu message: it is sent as a text, and counts as a click."""
        self._show("text", content)
        return self.platform.send(self.openid, "text", "click", Content=content, bizmsgmenuid="1")

    def picture(self, content: bytes, content_type: str = "image/png") -> str | None:
        """Sends a picture."""
        media_id = self.platform.media.put("image", content, content_type, self.platform.clock())
        self._show("image", "", media_id)
        return self.platform.send(self.openid, "image", PicUrl=f"http://stand-in/{media_id}", MediaId=media_id)

    def voice(self, transcript: str | None, content: bytes = b"#!AMR\nvoice") -> str | None:
        """Speaks; the platform adds its transcript where recognition is on."""
        media_id = self.platform.media.put("voice", content, "audio/amr", self.platform.clock())
        self._show("voice", transcript or "", media_id)
        extra = {"Recognition": transcript} if transcript is not None else {}
        return self.platform.send(self.openid, "voice", MediaId=media_id, Format="amr", **extra)

    def video(self, content: bytes) -> str | None:
        """Sends a video."""
        media_id = self.platform.media.put("video", content, "video/mp4", self.platform.clock())
        self._show("video", "", media_id)
        return self.platform.send(self.openid, "video", MediaId=media_id, ThumbMediaId=media_id)

    def location(self, spot: Spot) -> str | None:
        """Sends a point of the map."""
        self._show("location", spot.label)
        return self.platform.send(
            self.openid, "location", Location_X=spot.lat, Location_Y=spot.lon, Scale=16, Label=spot.label
        )

    def link(self, title: str, url: str) -> str | None:
        """Shares a page."""
        self._show("link", title)
        return self.platform.send(self.openid, "link", Title=title, Description="", Url=url)

    def follow(self) -> str | None:
        """Follows the account."""
        self.platform.people[self.openid].followed_at = self.platform.clock()
        self._note("已关注公众号")
        return self.platform.act(self.openid, "subscribe", "subscribe", EventKey="")

    def unfollow(self) -> str | None:
        """Stops following."""
        self.platform.people[self.openid].followed_at = None
        self._note("已取消关注")
        return self.platform.act(self.openid, "unsubscribe", EventKey="")

    def scan(self, code: Code) -> str | None:
        """Scans a QR code; who does not follow yet follows by it."""
        self._note(f"扫描二维码：{code.label}")
        person = self.platform.people[self.openid]
        if person.followed_at is None:
            person.followed_at = self.platform.clock()
            key = f"qrscene_{code.scene}"
            return self.platform.act(self.openid, "subscribe", "subscribe", EventKey=key, Ticket="ticket")
        return self.platform.act(self.openid, "SCAN", "scan", EventKey=code.scene, Ticket="ticket")

    def tap(self, name: str, key: str) -> str | None:
        """Taps a menu entry that sends its key."""
        self._note(f"点击菜单：{name}")
        return self.platform.act(self.openid, "CLICK", "click", EventKey=key)

    def view(self, name: str, url: str) -> str | None:
        """Taps a menu entry that opens a page."""
        self._note(f"打开页面：{name}")
        return self.platform.act(self.openid, "VIEW", EventKey=url)

    def _show(self, kind: str, text: str, media_id: str = "") -> None:
        self.platform.journal.add(self.openid, "person", kind, text, media_id)

    def _note(self, text: str) -> None:
        self.platform.journal.add(self.openid, "system", "text", text)
