"""The words of the articles' pages."""

from governance.articles import BODY, DIGEST, TITLE
from handlers.articles.texts import NEXT as NEXT
from handlers.articles.texts import STATE as STATE

TITLE_OF_PAGE = "推文"
ABOUT = "写给居民看的通知、活动、好人好事：写好看手机上的样子，送审，另一位同意后到时间发给住在那里的人，每人一次。"
NEW = "写一篇"
HEADS = ("编号", "标题", "状态", "发给", "什么时候", "谁写的", "谁同意的")
NONE = "还没有推文，点“写一篇”开始。"
FIELDS = {
    "title": f"标题（最多 {TITLE} 字）",
    "digest": f"摘要（最多 {DIGEST} 字，推送里看得到）",
    "body": "正文（一段一行）",
    "where": "发给哪里（社区、院落、楼栋，几个用顿号隔开；不填就是您负责的全部）",
    "goes_at": "什么时候发（不填：同意后就发）",
    "copy": "也放进公众号草稿箱（由管理员在公众号后台群发）",
}
MOST = {"title": TITLE, "digest": DIGEST, "body": BODY}
DO = {"save": "存草稿", "ask": "送审", "agree": "同意", "withhold": "退回", "drop": "删掉", "bare": "拿掉配图"}
CONSENT = "配图里没有人脸和住家，或者已得到本人同意"
CONSENTED = "送审人已确认：配图里没有人脸和住家，或者已得到本人同意。"
PICTURE = "换配图（JPG、PNG，最大 10 MB，太大的自动缩小）"
PICTURE_SIZE = "现在的配图 {size} KB。"
WHY = "为什么退回"
PREVIEW = "手机上的样子"
WHO = "谁会收到"
NOBODY = "选的地方没有会收到的住户，送审前请换范围。"
PEOPLE = "会收到 {people} 人"
NIGHT = "夜里 21:30–7:30 不打扰，等到早上再发。"
NUMBERS = "里面写着 {numbers}，像手机号或身份证号，请核对是不是可以公开。"
NUMBERS_PUBLIC = "{numbers} 可以公开"
FIRST_SAVE = "先存草稿，再换配图、送审。"
SECOND = "要由另一位同意：您写的或刚改过的，自己不能同意。"
PROGRESS = "已写给 {told} 人：送到 {sent}，等着发 {waiting}，下次来消息时带上 {kept}，没有送到 {dropped}。"
COPY = {
    "asked": "同意后也放进公众号草稿箱。", "wanted": "就要放进公众号草稿箱。", "sending": "正在放进公众号草稿箱。",
    "made": "已在公众号草稿箱，可在公众号后台群发。", "refused": "公众号没有收下草稿：{error}。请在公众号后台手工新建。",
    "doubtful": "不知道公众号收下草稿没有，请到公众号后台看一眼。", "no": "",
}  # fmt: skip
WHERE_LONG, BODY_ASKED = 200, 60_000
"""What a form may bring: a body that is too long comes back whole with a sentence, and is not cut."""
NOW = "同意后就发"
