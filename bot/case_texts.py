"""The words of the year's cases as anybody may read them."""

TITLE = "街道这一年 {year} · 案例"
HEAD = "{subdistrict}　{voters} 人投票选出"
CASE = (
    '<div class="star"><h2>第{place}名　{title}</h2>{picture}<p>{story}</p>'
    "<small>{community}　{category}　{days}　{votes} 票</small></div>"
)
PICTURE = '<img src="data:image/jpeg;base64,{data}" alt="{title}的现场照片">'
SAME_DAY, DAYS = "当天办好", "{days} 天办好"
PDF = '<p><a href="/cases/{year}.pdf">下载成册（PDF）</a></p>'
PLACE = "第{place}名　{title}"
FACTS = "{community}　{category}　{days}　{votes} 票"
