"""What is said in the sample shop's contacts, and the papers of its office: Chinese and English."""

from __future__ import annotations

from xl_addin.sample.names import Pair

# (what the customer asks, what came of it)
QUESTIONS: tuple[tuple[Pair, Pair], ...] = (
    (("问订单什么时候发货", "When the order ships"), ("已告知发货时间", "Told the day")),
    (("问发票怎么开", "How to get an invoice"), ("电子发票已发", "Invoice sent by e-mail")),
    (("耳机连不上手机", "Earbuds do not connect"), ("已教会重新配对", "Paired again together")),
    (("屏幕保护膜起泡", "Bubbles under the film"), ("免费补寄一张", "A new one sent free")),
    (("想以旧换新，问能抵多少", "What the old phone is worth"), ("已报价", "Made an offer")),
    (("问笔记本能不能加内存", "Whether the laptop takes more memory"), ("已答复", "Answered")),
    (("收到的数据线是坏的", "The cable arrived broken"), ("已换新", "Replaced")),
    (("问保修还有多久", "How long the warranty lasts"), ("已查明并答复", "Looked up and answered")),
    (("想退掉重复下的单", "Ordered twice, wants one back"), ("已取消一单", "One cancelled")),
    (("问门店几点关门", "When the shop closes"), ("已答复", "Answered")),
)
BULK_QUESTIONS: tuple[tuple[Pair, Pair], ...] = (
    (("要 20 台显示器的报价", "Quote for 20 monitors"), ("报价单已发", "Quote sent")),
    (("问能否月结", "Asks for monthly payment"), ("财务已同意", "Agreed by accounts")),
    (("催上周的批量订单", "Where last week's bulk order is"), ("已安排加急", "Sent express")),
)
# (why we call, what came of it)
VISITS: tuple[tuple[Pair, Pair], ...] = (
    (("例行回访", "Return visit"), ("使用满意", "Content")),
    (("例行回访", "Return visit"), ("想换新款，等双十一", "Wants the new model at 11.11")),
    (("购买后使用提示", "Tips after the purchase"), ("有帮助", "Found them useful")),
    (("新品介绍", "A new product"), ("有兴趣，要样品", "Interested, wants to see it")),
    (("新品介绍", "A new product"), ("暂时不需要", "Not now")),
    (("节日问候", "Season's greetings"), ("客户致谢", "Thanked us")),
    (("回访", "Return visit"), ("没有接通，改天再打", "Not reached, to be tried again")),
)
AUTOMATIC: Pair = (
    "自动回复：已收到，将尽快联系您",
    "Automatic reply: received, we will be in touch",
)
NOTES: tuple[Pair, ...] = (
    ("客户有点着急", "The customer was in a hurry"),
    ("已转技术同事协助", "With help from the workshop"),
    ("以后请下午联系", "Please call in the afternoon in future"),
)
# The inquiries that wait for an answer on the analysis date.
OPEN_QUESTIONS: tuple[Pair, ...] = (
    ("相机对不上焦，明天要用", "The camera does not focus, needed tomorrow"),
    ("双十一能不能提前锁价", "Whether the 11.11 price is possible now"),
    ("手表表带断了，问能否换", "A broken watch strap, to be replaced"),
    ("要 10 台平板，周一前给价", "10 tablets, price by Monday please"),
)

HOW_AGREED: tuple[Pair, ...] = (
    ("注册时勾选", "Ticked at sign-up"),
    ("门店签字", "Signed in the shop"),
    ("微信确认", "Confirmed by WeChat"),
    ("电话确认", "Confirmed by phone"),
)
BY_CONTRACT: Pair = ("合同条款", "By contract")
WITHDRAWN: Pair = ("客户来电要求停止", "Asked by phone to stop")

LUNAR_NOTE: Pair = ("过农历生日", "Celebrates by the lunar calendar")
FOUNDED: Pair = ("公司成立纪念日", "Founding of the company")
WEDDING: Pair = ("喜欢收到祝福", "Likes to get wishes")
NEW_YEAR: Pair = ("每年除夕前问候", "Wishes before the new year")
MOURNING: Pair = ("只作慰问，不推销", "A word of comfort, no selling")

# (kind of day, name, note)
DAYS_OFF: tuple[tuple[str, Pair, Pair | None], ...] = (
    ("holiday", ("公司团建", "Company outing"), ("客服电话有人接", "The hotline is manned")),
    ("working_day", ("双十一备货", "Getting ready for 11.11"), ("周六上班", "A working Saturday")),
    ("holiday", ("年终盘点", "Stock-taking"), ("不发货", "Nothing is shipped")),
)
# Colleagues without customers of their own: (name, word for e-mail, role).
OTHER_COLLEAGUES: tuple[tuple[Pair, Pair, str], ...] = (
    (("何苗", "Emma Lind"), ("he.miao", "emma.lind"), "assistant"),
    (("快装服务（示例）", "QuickFit (sample)"), ("kuaizhuang", "quickfit"), "partner"),
)
COLLEAGUE_MAIL = (
    ("lin.xiao", "anna.keller"),
    ("zhou.hang", "ben.ortiz"),
    ("shen.yue", "carla.meyer"),
    ("gu.ming", "david.osei"),
)
COLLEAGUE_ROLES = ("owner", "owner", "manager", "owner")
COMPANY: Pair = ("青鸟数码（示例）", "Finch Digital (sample)")
