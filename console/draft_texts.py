"""What is said of something that was typed and not sent yet."""

DRAFT = {
    "over": "登录已经结束，刚才填的还没有提交，但还留在这个浏览器里。请重新登录，登录后会告诉您怎么回到那一页。",
    "again": "重新登录",
    "here": "上次没提交的内容还在，已填回下面。",
    "there": "您有没提交的内容还在：",
    "go": "回到那一页",
}
