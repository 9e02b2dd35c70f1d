"""What is said of a form that could not be taken because nobody is signed in any more."""

TYPED = {
    "over": "登录已经结束，刚才填的还没有提交，都在这一页上。请在新窗口登录，再回到这里点“重新提交”。",
    "again": "已经登录。刚才填的都在这一页上，还没有提交；请核对，再点“重新提交”。",
    "inside": "登录已经结束，填的还在这一页上。请在新窗口登录，再回到这里点一次。",
    "inside_again": "已经重新登录，填的还在。请再点一次。",
    "sign_in": "在新窗口登录",
    "send": "重新提交",
}
