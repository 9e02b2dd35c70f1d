"""Words and markup of the frame that all pages for anybody share."""

FRAME = (
    '<!doctype html><html lang="zh-CN" class="{look}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="/fonts/400.css"><link rel="stylesheet" href="/fonts/700.css">'
    "<style>{style}</style>{script}</head><body>{bar}"
    '<main id="main"><h1>{title}</h1>{body}</main>{foot}</body></html>'
)
SCRIPT = '<script src="/page.js" defer></script>'
BAR = (
    '<a class="skip" href="#main">跳到正文</a><header class="bar"><nav aria-label="字的大小">{views}</nav>'
    '<button type="button" id="aloud" hidden aria-pressed="false" data-read="朗读" data-stop="停止朗读">朗读</button></header>'
)
VIEW = '<a class="{kind}" href="?view={view}" data-view="{view}"{current}>{name}</a>'
ELDERS = "长辈版"
VIEWS = {"usual": "普通版", "large": "大字", "larger": "更大", "largest": "最大"}
FOOT = '<footer><nav aria-label="街道公开信息">{links}</nav></footer>'
LINKS = (
    ("/notices", "停水停电"), ("/resolutions", "议事决议"), ("/projects", "项目认领"), ("/surveys", "意见结果"),
    ("/stars", "美善之星"), ("/privacy", "个人信息"),
)  # fmt: skip
LINK = '<a href="{url}">{name}</a>'
