"""The words of 街道这一年 and of a commendation as anybody may read them."""

TITLE = "街道这一年 {year}"
COMMENDATIONS_TITLE = "{year}年共建表扬"
COVER = "大事小情有回音　马上就办、事不过夜"
CASES, BRANDS = "年度案例", "一居一品"
HEAD = "<h2>{title}</h2>"
ABOUT_COMMENDED = (
    "按全年做成的事评分：办成的节点、上的党课、服务的时间、验收的项目、居民的感谢、应急领办；公示期满后发布。"
)
KIND = "<h3>{kind}</h3>"
ENTRY = '<div class="star"><b>第{place}名　{name}</b>　{total} 分{picture}<br><small>{sum}</small><br>{letter}</div>'
LETTER = '<a href="/commendations/letters/{number}.pdf">表扬信（PDF）</a>'
BRAND = '<div class="star"><b>{community}　{title}</b>{picture}<p>{story}</p></div>'
PICTURE = '<img src="data:image/jpeg;base64,{data}" alt="{title}的照片">'
NOBODY = "这一轮没有表扬。"
LINKS = '<p><a href="/booklets/{year}">街道这一年</a>　<a href="/booklets/{year}.pdf">下载成册（PDF）</a></p>'
PDF = '<p><a href="/booklets/{year}.pdf">下载成册（PDF）</a></p>'
PDF_ENTRY = "第{place}名　{name}　{total} 分"
SUM = "{kind}{amount}{unit} {points:+d}"
SUMS = "，"
CONTENTS = "{title}　{count} 个"
LETTER_TITLE, LETTER_TO = "表扬信", "{name}："
LETTER_BODY = "在{round}中，贵单位名列第{place}。感谢你们和街坊们一起办的这些实事，特此表扬。"
LETTER_BODY_OTHER = "在{round}中，名列{kind}第{place}。感谢你们和街坊们一起办的这些实事，特此表扬。"
LETTER_FACTS, LETTER_VERIFY = "一起办成的事", "微信扫码查看表扬名单和评分"
DEED, DEEDS = "{kind} {amount} {unit}", "、"
