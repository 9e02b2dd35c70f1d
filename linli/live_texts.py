"""What `linli doctor --live` and `linli setup` say of the platform and of the own address."""

TOKEN = "取访问令牌"
TOKEN_OK = "AppID 和 AppSecret 对，这台服务器的地址在 IP 白名单里。"
MENU = "看公众号菜单"
MENU_OK = "公众号上有菜单。"
NO_MENU = "公众号上还没有菜单：运行 linli menu push。"
TEMPLATES = "看公众号的模板"
NO_TEMPLATES = "规则文件里没有 [[template]]：超过 48 小时没说过话的人收不到推送，下次来消息时带上。"
TEMPLATES_OK = "规则文件里的模板公众号上都有，字段一致。"
TEMPLATE_GONE = "公众号上没有模板 {id}：到“模板消息”或“订阅通知”里添加，再把编号写进规则文件的 [[template]]。"
TEMPLATE_FIELDS = "模板 {id} 没有字段 {fields}：公众号上的字段是 {known}，请改规则文件里的 [[template]]。"
CALLBACK_OK = "{url} 有人应答，Token 一致：可以在公众平台点“提交”。"
CALLBACK_AWAY = (
    "{url} 没有人应答（{error}）。怎么办：确认程序已启动（linli up），反向代理把 /wechat 转到 {bind}，"
    "域名指向这台服务器，80、443 端口放行。"
)
CALLBACK_OTHER = "{url} 有应答，但不是邻里的（状态 {status}）。怎么办：检查反向代理是不是把 /wechat 转到 {bind}。"
CALLBACK_REFUSED = (
    "{url} 应答了，但 Token 不一致（或两边时间差得太多）。怎么办：正在运行的程序重启一次，让它读到新的 .env；"
    "再核对公众平台上的 Token 和服务器时间。"
)
NO_SECRET = "没有设置 LINLI_WECHAT_APP_ID 和 LINLI_WECHAT_APP_SECRET，没有试微信接口。"
