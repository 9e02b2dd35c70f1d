"""What is said of a change of the roster that its writer may not make, and of a new post with wide rights."""

from governance.roster.giving import Bar

BAR = {
    Bar.ONESELF: "不能给自己增加或修改岗位，请由另一位同事办理",
    Bar.OPENS_MORE: "这个岗位能看能办的比您自己的多，要由管理员办理",
    Bar.ADMINISTRATOR: "管理员的资料、岗位和请假只能由管理员修改",
}
GIVEN = "名录里新增了岗位：{posts}。给的人：{by}。不是您知道的事，请到后台名录结束这个岗位，并查审计。"
