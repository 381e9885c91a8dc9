"""The words other systems use for the entries of our lists: column to choice to words.

A word that is not here stays as it is; the data-quality check then names it.
Proved in tests/xl_addin/intake/test_choices.py.
"""

from __future__ import annotations

from xl_addin.schema import Column, choice_by_word, normal_caption

WORDS: dict[str, dict[str, str]] = {
    "status": {
        "confirmed": """
            已付款, 买家已付款, 待发货, 等待发货, 已下单, paid, processing, open, placed
        """,
        "shipped": "卖家已发货, 待收货, 运输中, 配送中, dispatched, sent, in transit",
        "delivered": """
            交易成功, 已完成, 完成, 已签收, 已收货, 确认收货, completed, complete, fulfilled,
            received
        """,
        "cancelled": """
            取消, 订单取消, 订单关闭, 交易关闭, 已关闭, 关闭, 作废, 已作废, cancel, canceled, void,
            voided
        """,
        "returned": """
            退货, 退款, 已退款, 全额退款, 退货退款, 退款成功, 退货完成, 退款完成, return, refund,
            refunded, fully refunded
        """,
        "test": "测试订单, 测试单, testing, test order",
    },
    "sex": {
        "female": "女性, 女士, f, woman, ms, mrs",
        "male": "男性, 男士, 先生, m, man, mr",
    },
    "customer_kind": {
        "private": "个人客户, 私人, 消费者, person, individual, b2c, consumer",
        "company": "公司客户, 企业, 企业客户, 单位, 机构, business, corporate, organisation, b2b",
    },
    "income_level": {"middle": "中等, medium, average"},
    "source": {
        "online": "线上, 网店, 网站, internet, web, website",
        "shop": "线下, 实体店, store",
        "referral": "转介绍, 朋友推荐, 老客户推荐, recommendation",
    },
    "preferred_channel": {
        "phone": "手机, 打电话, call, telephone",
        "email": "电子邮件, 邮箱, mail",
        "wechat": "weixin",
        "sms": "text, text message",
    },
}


def choice_words(column: Column) -> dict[str, str]:
    """Normalised word to choice: our own words first, then those of other systems."""
    found = {
        normal_caption(word): choice
        for choice, words in WORDS.get(column.name, {}).items()
        for word in words.split(",")
    }
    return {**found, **choice_by_word(column)}
