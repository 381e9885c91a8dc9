"""What the sample shop sells: the electronics of seed 003, with prices in cents.

The same figures serve both languages, so the prices are believable in yuan and in dollars.
"""

from __future__ import annotations

from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True)
class Product:
    """One article; `extras` are bought with it with these probabilities."""

    key: str
    name: Pair
    cents: int
    weight: float
    extras: tuple[tuple[str, float], ...] = ()
    bulk: bool = False


PRODUCTS = (
    Product(
        "phone",
        ("青鸟 X5 智能手机", "Finch X5 smartphone"),
        129900,
        6,
        (("case", 0.45), ("film", 0.3), ("earbuds", 0.12)),
    ),
    Product(
        "phone_pro",
        ("青鸟 X5 Pro 智能手机", "Finch X5 Pro smartphone"),
        189900,
        3,
        (("case", 0.5),),
    ),
    Product(
        "laptop",
        ("云帆 14 笔记本电脑", "Sail 14 laptop"),
        249900,
        3.5,
        (("mouse", 0.35), ("bag", 0.25)),
        True,
    ),
    Product("tablet", ("云帆 11 平板电脑", "Sail 11 tablet"), 89900, 4.5, (("pen", 0.35),), True),
    Product("watch", ("逐日 2 智能手表", "Helio 2 smart watch"), 59900, 7, (("strap", 0.3),)),
    Product(
        "camera", ("微光 Z 相机", "Glimmer Z camera"), 219900, 1.5, (("card", 0.6), ("bag", 0.3))
    ),
    Product("console", ("方舟掌上游戏机", "Ark handheld console"), 99900, 3.5, (("card", 0.35),)),
    Product(
        "monitor", ("晴空 27 显示器", "Clearsky 27 monitor"), 79900, 3.5, (("cable", 0.4),), True
    ),
    Product("earbuds", ("听风降噪耳机", "Breeze noise-cancelling earbuds"), 24900, 12),
    Product("speaker", ("听风便携音箱", "Breeze portable speaker"), 17900, 7),
    Product(
        "keyboard",
        ("敲定机械键盘", "Tactus mechanical keyboard"),
        15900,
        7,
        (("mouse", 0.3),),
        True,
    ),
    Product("mouse", ("敲定无线鼠标", "Tactus wireless mouse"), 6900, 9, (), True),
    Product(
        "router", ("通途 Wi-Fi 路由器", "Passage Wi-Fi router"), 12900, 5, (("cable", 0.35),), True
    ),
    Product("powerbank", ("满格充电宝", "Fullbar power bank"), 5900, 13, (("cable", 0.3),)),
    Product("charger", ("满格快充头", "Fullbar fast charger"), 3900, 13, (("cable", 0.4),), True),
    Product("case", ("青鸟手机壳", "Finch phone case"), 2500, 11),
    Product("film", ("青鸟屏幕保护膜", "Finch screen protector"), 1500, 8),
    Product("cable", ("满格数据线", "Fullbar USB-C cable"), 1900, 13, (), True),
    Product("card", ("存储卡 256 GB", "Memory card 256 GB"), 4500, 6),
    Product("pen", ("云帆触控笔", "Sail stylus"), 7900, 2.5),
    Product("strap", ("逐日表带", "Helio watch strap"), 2900, 4),
    Product("bag", ("云帆电脑包", "Sail laptop bag"), 8900, 3.5),
)
BY_KEY = {product.key: product for product in PRODUCTS}
# From here on an order counts as a big one: what the well-off and the tech lovers come for.
DEAR_CENTS = 50000
