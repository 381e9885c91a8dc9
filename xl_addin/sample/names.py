"""Names and places of the sample shop, Chinese and international side by side.

The n-th name of a list is the same person in both languages. Companies say in their name
that they are invented. Phone numbers and addresses are made in `people.py`.
"""

from __future__ import annotations

Pair = tuple[str, str]

# (汉字, pinyin for e-mail, international)
SURNAMES = (
    ("王", "wang", "Miller"),
    ("李", "li", "Garcia"),
    ("张", "zhang", "Nguyen"),
    ("刘", "liu", "Johnson"),
    ("陈", "chen", "Kowalski"),
    ("杨", "yang", "Rossi"),
    ("赵", "zhao", "Tanaka"),
    ("黄", "huang", "Silva"),
    ("周", "zhou", "Brown"),
    ("吴", "wu", "Schmidt"),
    ("徐", "xu", "Dubois"),
    ("孙", "sun", "Patel"),
    ("马", "ma", "Okafor"),
    ("朱", "zhu", "Jensen"),
    ("胡", "hu", "Novak"),
    ("郭", "guo", "Martin"),
    ("何", "he", "Lopez"),
    ("林", "lin", "Kim"),
    ("高", "gao", "Andersen"),
    ("罗", "luo", "Moreau"),
    ("郑", "zheng", "Fischer"),
    ("梁", "liang", "Costa"),
    ("谢", "xie", "Clark"),
    ("宋", "song", "Haddad"),
    ("唐", "tang", "Virtanen"),
    ("许", "xu", "Murphy"),
    ("韩", "han", "Park"),
    ("冯", "feng", "Weber"),
    ("邓", "deng", "Santos"),
    ("曹", "cao", "Ivanova"),
    ("彭", "peng", "Walker"),
    ("曾", "zeng", "Bianchi"),
    ("肖", "xiao", "Sato"),
    ("田", "tian", "Lindgren"),
    ("董", "dong", "Evans"),
    ("潘", "pan", "Mendes"),
)

FEMALE = (
    ("芳", "fang", "Emma"),
    ("娜", "na", "Sofia"),
    ("敏", "min", "Olivia"),
    ("静", "jing", "Mia"),
    ("雪", "xue", "Lena"),
    ("婷", "ting", "Ana"),
    ("丽", "li", "Chloe"),
    ("佳怡", "jiayi", "Priya"),
    ("欣悦", "xinyue", "Hana"),
    ("雨桐", "yutong", "Nora"),
    ("思琪", "siqi", "Laura"),
    ("梦洁", "mengjie", "Julia"),
    ("晓燕", "xiaoyan", "Grace"),
    ("文静", "wenjing", "Ines"),
    ("子涵", "zihan", "Zoe"),
    ("嘉欣", "jiaxin", "Maya"),
    ("诗雨", "shiyu", "Eva"),
    ("慧玲", "huiling", "Clara"),
    ("秀兰", "xiulan", "Helen"),
    ("春梅", "chunmei", "Ruth"),
    ("若曦", "ruoxi", "Alice"),
    ("安琪", "anqi", "Nina"),
    ("可欣", "kexin", "Leah"),
    ("雅婷", "yating", "Sara"),
)

MALE = (
    ("伟", "wei", "Liam"),
    ("强", "qiang", "Noah"),
    ("磊", "lei", "Lucas"),
    ("洋", "yang", "Mateo"),
    ("勇", "yong", "Ethan"),
    ("杰", "jie", "Oscar"),
    ("涛", "tao", "Felix"),
    ("浩然", "haoran", "Arjun"),
    ("子轩", "zixuan", "Leo"),
    ("宇航", "yuhang", "Hugo"),
    ("俊杰", "junjie", "Daniel"),
    ("志强", "zhiqiang", "Marco"),
    ("明辉", "minghui", "Samuel"),
    ("天宇", "tianyu", "Kenji"),
    ("一鸣", "yiming", "Omar"),
    ("博文", "bowen", "Adam"),
    ("建国", "jianguo", "George"),
    ("立军", "lijun", "Peter"),
    ("晨阳", "chenyang", "Elias"),
    ("嘉豪", "jiahao", "Ivan"),
    ("文博", "wenbo", "Thomas"),
    ("思远", "siyuan", "Nathan"),
    ("睿", "rui", "Max"),
    ("凯", "kai", "Victor"),
)

# (name, word for e-mail)
COMPANIES: tuple[tuple[Pair, str], ...] = (
    (("云杉设计工作室（示例）", "Spruce Design Studio (sample)"), "spruce"),
    (("蓝莓少儿编程（示例）", "Blueberry Code School (sample)"), "blueberry"),
    (("石桥会计事务所（示例）", "Stonebridge Accounting (sample)"), "stonebridge"),
    (("北岸咖啡连锁（示例）", "Northbank Coffee (sample)"), "northbank"),
    (("青藤物流（示例）", "Ivy Logistics (sample)"), "ivy"),
    (("向日葵诊所（示例）", "Sunflower Clinic (sample)"), "sunflower"),
    (("星尘游戏（示例）", "Stardust Games (sample)"), "stardust"),
    (("海棠酒店（示例）", "Begonia Hotel (sample)"), "begonia"),
    (("松果传媒（示例）", "Pinecone Media (sample)"), "pinecone"),
    (("白鹭律师事务所（示例）", "Egret Law Office (sample)"), "egret"),
)

# (region, ((city, area code of the international twin), ...)); likelier places stand first.
REGIONS: tuple[tuple[Pair, tuple[tuple[Pair, str], ...]], ...] = (
    (
        ("华东", "East"),
        (
            (("上海", "New York"), "212"),
            (("杭州", "Boston"), "617"),
            (("南京", "Philadelphia"), "215"),
        ),
    ),
    (("华南", "South"), ((("深圳", "Atlanta"), "404"), (("广州", "Miami"), "305"))),
    (("华北", "North"), ((("北京", "Chicago"), "312"), (("天津", "Toronto"), "416"))),
    (("西南", "West"), ((("成都", "Seattle"), "206"), (("重庆", "Denver"), "303"))),
    (("华中", "Central"), ((("武汉", "Austin"), "512"), (("长沙", "Kansas City"), "816"))),
)

STREETS: tuple[Pair, ...] = (
    ("人民路", "Maple Street"),
    ("中山路", "Oak Avenue"),
    ("解放路", "Hill Road"),
    ("科技路", "Station Street"),
    ("文化路", "Park Lane"),
    ("花园路", "River Road"),
    ("学府路", "College Avenue"),
    ("滨江路", "Lake Drive"),
)

COLLEAGUES: tuple[Pair, ...] = (
    ("林晓", "Anna Keller"),
    ("周航", "Ben Ortiz"),
    ("沈悦", "Carla Meyer"),
    ("顾明", "David Osei"),
)

LIFESTYLES: tuple[Pair, ...] = (
    ("喜欢尝鲜", "Early adopter"),
    ("讲究性能", "Wants performance"),
    ("实用为主", "Practical"),
    ("注重外观", "Design-minded"),
    ("精打细算", "Careful with money"),
    ("绿色环保", "Green"),
)
INTERESTS: tuple[Pair, ...] = (
    ("科技", "Technology"),
    ("科技、游戏", "Technology, games"),
    ("科技、摄影", "Technology, photography"),
    ("音乐", "Music"),
    ("运动", "Sports"),
    ("旅行", "Travel"),
    ("阅读", "Reading"),
)
PREFERENCES: tuple[Pair, ...] = (
    ("新款手机", "Latest phones"),
    ("降噪耳机", "Noise cancelling"),
    ("黑色", "Black"),
    ("轻薄便携", "Thin and light"),
    ("青鸟品牌", "Brand Finch"),
    ("性价比", "Value for money"),
)
STATED: tuple[Pair, ...] = (
    ("希望当天发货", "Wants same-day dispatch"),
    ("需要开发票", "Needs an invoice"),
    ("想要以旧换新", "Wants trade-in"),
    ("需要延长保修", "Wants a longer warranty"),
    ("批量采购报价", "Asks for bulk prices"),
)
UNSPOKEN: tuple[Pair, ...] = (
    ("手机已用三年，可能要换", "Phone is three years old"),
    ("可能需要数据备份", "May need data backup"),
    ("常出差，需要便携配件", "Travels much: portable accessories"),
    ("孩子上学，可能需要平板", "Child starts school: a tablet?"),
    ("不太会设置，需要指导", "Needs help with setting up"),
)
PURPOSES: tuple[Pair, ...] = (
    ("订单与售后", "Orders and service"),
    ("订单、售后与优惠通知", "Orders, service and offers"),
)
NOTES: tuple[Pair, ...] = (
    ("喜欢上午接电话", "Prefers calls in the morning"),
    ("介绍过两位朋友", "Has referred two friends"),
    ("去年送过生日小礼品", "Got a small birthday gift last year"),
    ("曾投诉发货慢，已解决", "Complained of slow delivery; solved"),
)
