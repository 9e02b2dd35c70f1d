"""Words of the page on which a survey is answered."""

from governance.surveys.kinds import Form
from governance.surveys.votes import EachIs
from handlers.surveys.by_page import Standing, Wrong

TITLE = "意见{number} {title}"
ABOUT = "{at}截止，{kind}。截止前可以改，以最后一次为准。"
KIND = {True: "匿名，谁也查不到您答了什么", False: "实名，社区能看到是谁答的"}
EACH = {EachIs.PERSON: "一人一票。", EachIs.HOUSEHOLD: "一户一票，同住的人再投会替换。"}
SAYS = {
    Standing.OPEN: "", Standing.ANSWERED: "您答过了，再答会替换原来的。",
    Standing.KEPT: "收到了，谢谢您。截止前想改，再提交一次就行。", Standing.EMPTY: "还没有选或填，请答了再提交。",
    Standing.WRONG: "还没有记：有一题要改一下，您填的都还在。",
    Standing.OVER: "已经截止，不再收答复。有事要反映，请在公众号里直接说。",
    Standing.LATE: "已经截止，不再收答复。您这次填的没有记，都还在下面；有事要反映，请在公众号里直接说。",
    Standing.MOVED: "您登记的住处已不在这里，这次表决不再计您的票。住处有误，请在公众号里回复“我住”加地址。",
}  # fmt: skip
WRONG = {Wrong.CHOICE: "请从下面的选项里选。", Wrong.LENGTH: "太长了，请写在 300 字以内。"}
FORM = {Form.ONE: "选一个", Form.SEVERAL: "可以选几个", Form.WORDS: "写几句"}
SEND, ONLY_YOURS = "提交", "这个网址只给您用，请别转发。要报修、报险情，请在公众号里直接说。"
RESULTS = "看已结束的结果"
BODY = (
    '<p class="about">{about}</p>{says}{body}<p class="about">{only_yours}</p><p><a href="/surveys">{results}</a></p>'
)
