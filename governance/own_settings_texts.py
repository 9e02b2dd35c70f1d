"""The Chinese words of what a subdistrict sets for itself."""

from governance.notices import Group

TITLE = {"rules": "规则", "categories": "类别", "templates": "通知模板"}
GRID = "网格员"
GROUP = {
    Group.NEWS: "上报进展", Group.WORK: "工单", Group.REMINDER: "催办提醒", Group.BRIEF: "简报", Group.AREA: "停水停电等通知",
}  # fmt: skip
TEMPLATE_KIND = {"subscribe": "订阅通知", "template": "模板消息"}
FIELDS_HINT = (
    "例如 thing1=title character_string2=number time3=time；title 第一行，rest 其余，text 全文，number 编号，time 时间"
)
MISSING = "没有填"
TOO_LONG = "太长，最多 {most} 个字"
NOT_A_CHOICE = "可填：{choices}"
OUT_OF_RANGE = "要填 {least} 到 {most} 之间的整数"
NO_PART_OF_A_YEAR = "要能整除 12，例如 1、2、3、4、6、12"
NO_SUCH_RULE = "没有这条规则"
NO_CODE = "要用小写字母开头，只有小写字母、数字和下划线"
NO_FIELD = "“{part}”看不懂，要写成 字段=变量，变量是 {sources}"
NO_CONTENT = "少了内容变量：至少一个字段要是 title、text 或 rest，否则收到的人不知道是什么事"
NO_TIME = "“{part}”不对：time、date 开头的字段要填 time，别的字段不能填 time"
