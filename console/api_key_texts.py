"""The words of the page with the keys of other systems."""

from governance.api_scopes import Scope

TITLE = "系统密钥"
ABOUT = (
    "给另一个系统一把密钥：上报（Open311），或读工单、事件、值班。只显示这一次，请马上抄到那个系统里；"
    "停用后马上打不开，要再用就给一把新的。"
)
NAME, A_MINUTE, SCOPES = "哪个系统", "每分钟最多读几次", "能做什么"
SCOPE = {Scope.REPORT: "上报", Scope.TICKETS: "读工单", Scope.EVENTS: "读事件", Scope.DUTY: "读值班"}
MAKE, END, NONE = "生成密钥", "停用", "还没有。"
HEADS = ("哪个系统", "能做什么", "每分钟", "什么时候", "")
KEY = "“{name}”的密钥只显示这一次："
WRONG = "请写明是哪个系统（最多 {most} 字），勾上能做什么，次数在 1 到 6000 之间。没有生成密钥。"
THERE = "叫“{name}”的已经有过密钥，请换一个名字，例如加上年份。没有生成密钥。"
