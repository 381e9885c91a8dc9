"""The words other systems use for our columns, and how a header finds its column.

One table. A header is ours by its caption (zh or en), its internal name or a word here; the
words under `WEAK` say so little ("date", "total") that they count only where no other header
claims the column. Proved in tests/xl_addin/intake/test_headers.py.
"""

from __future__ import annotations

import re
import unicodedata

from xl_addin.schema import column_by_caption, normal_caption

_CUSTOMER_ID = """
    会员号, 会员编号, 会员ID, 会员卡号, 会员代码, 客户ID, 客户号, 客户代码, 客户编码, 客户账号,
    顾客编号, 顾客ID, 买家ID, 买家会员名, 用户ID, 用户编号, 用户名, Customer No, Customer No.,
    Customer Number, Customer Code, CustNo, Cust ID, Cust No, Client ID, Client No, Client Number,
    Member ID, Member No, Member Number, User ID, Buyer ID, Account ID, Account No,
    Account Number
"""

ALIASES: dict[str, dict[str, str]] = {
    "orders": {
        "order_id": """
            订单号, 订单编码, 订单ID, 单号, 交易号, 交易编号, 交易单号, 主订单编号, 平台订单号,
            流水号, 发票号, Order No, Order No., Order Number, Order #, Order Ref,
            Order Reference, Invoice, Invoice ID, Invoice No, Invoice Number, Transaction ID,
            Transaction No, Receipt No
        """,
        "customer_id": _CUSTOMER_ID,
        "order_date": """
            下单时间, 下单日期, 订单时间, 成交时间, 成交日期, 购买日期, 购买时间, 消费日期,
            消费时间, 交易时间, 交易日期, 销售日期, 开单日期, Order Time, Ordered At, Ordered On,
            Date of Order, Purchase Date, Purchased At, Invoice Date, Transaction Date, Sale Date,
            Sales Date
        """,
        "product": """
            商品, 商品名称, 商品标题, 宝贝标题, 产品名称, 品名, 货品, 货品名称, Product Name,
            Item, Item Name, Article, Product Title, Lineitem Name
        """,
        "quantity": """
            商品数量, 购买数量, 购买件数, 件数, 销售数量, 订购数量, Qty, Qty., Units, Pieces,
            Item Count, Lineitem Quantity
        """,
        "amount": """
            订单金额, 实付金额, 实付款, 实收金额, 实收款, 支付金额, 付款金额, 成交金额, 成交额,
            消费金额, 交易金额, 销售金额, 销售额, 总金额, 订单总额, 订单总金额, 应付金额,
            买家实付金额, 买家实际支付金额, Order Amount, Order Total, Order Value, Total Amount,
            Grand Total, Total Price, Sales Amount, Net Amount, Amount Paid, Paid Amount,
            Total Paid, Line Total
        """,
        "status": "状态, 交易状态, Order Status, Order State",
        "refund": """
            退款, 退款额, 已退金额, 已退款金额, Refunds, Refund Amount, Refunded, Refunded Amount,
            Amount Refunded
        """,
        "note": """
            Notes, Remark, Remarks, Comment, Comments, Memo, 订单备注, Order Note, Order Notes
        """,
    },
    "customers": {
        "customer_id": _CUSTOMER_ID,
        "name": """
            姓名, 客户姓名, 客户名, 名称, 顾客姓名, 会员姓名, 用户姓名, Customer Name, Full Name,
            Client Name, Contact Name, Member Name
        """,
        "owner": """
            客户经理, 业务员, 销售员, 跟进人, Account Manager, Sales Rep, Salesperson,
            Assigned To
        """,
        "phone": """
            手机, 手机号, 手机号码, 电话号码, 联系电话, 移动电话, Mobile, Mobile Phone,
            Mobile Number, Telephone, Tel, Tel., Phone Number, Phone No, Cell, Cell Phone
        """,
        "customer_kind": "类型, 客户类别, 客户性质, Type, Kind, Customer Kind",
        "company": """
            公司, 公司名称, 单位, 单位名称, 企业名称, 工作单位, Company Name, Organisation,
            Organization, Employer
        """,
        "sex": "Gender",
        "birthday": "生日, 出生年月日, Birth Date, Birthdate, Date of Birth, DOB",
        "email": "电子邮箱, 电子邮件, 邮件, 邮箱地址, Email Address, E-mail Address, Mail",
        "region": "省份, 省, 区域, 大区, 所在地区, 所在省份, Province, State, Area",
        "city": "所在城市, 市, Town, Town/City",
        "address": """
            联系地址, 收货地址, 详细地址, 通讯地址, 住址, Street Address, Postal Address,
            Delivery Address, Street
        """,
        "income_level": "收入, 收入等级, Income",
        "interests": "爱好, 兴趣, Hobbies, Hobby",
        "source": "来源, 获客渠道, 来源渠道, Lead Source, Customer Source",
        "preferred_channel": "首选联系方式, 联系偏好, Contact Preference, Preferred Contact",
        "consent_given_on": "授权日期, 同意时间, Consent Date, Consent Given",
        "consent_withdrawn_on": "撤回时间, Consent Withdrawn",
        "data_confirmed_on": "确认日期, Last Confirmed, Confirmed On",
        "created_on": """
            创建日期, 创建时间, 注册日期, 注册时间, 登记日期, 入会日期, 入会时间, 建档时间,
            Created, Created At, Date Created, Registration Date, Registered On, Member Since,
            Join Date
        """,
        "note": "Notes, Remark, Remarks, Comment, Comments, Memo, 客户备注",
    },
}

WEAK: dict[str, dict[str, str]] = {
    "orders": {
        "customer_id": """
            客户, 顾客, 会员, 买家, 用户, Customer, Client, Member, Buyer, User, Account
        """,
        "order_date": """
            日期, 时间, 创建时间, 订单创建时间, 付款时间, 支付时间, 订单付款时间, Date, Datetime,
            Created, Created At, Date Created, Paid At
        """,
        "amount": "合计, 总价, 总计, 总额, Total, Sales, Revenue, Value, Subtotal",
        "order_id": "编号, Order, ID",
        "product": "SKU, Description",
    },
    "customers": {
        "customer_id": "编号, ID, No, No., Customer, Member",
        "name": "客户, 联系人, 收货人, 收件人, Contact, Client",
        "phone": "联系方式, Contact Number",
    },
}

# "金额(元)" is an amount; "金额(万元)" is ten thousand times as much, so it is not in this list.
_UNIT = re.compile(r"\((元|人民币|rmb|cny|yuan|usd|eur|gbp|¥|\$|€|£)\)$")
_DECORATION = re.compile("[\u200b-\u200f\u2060\ufeff*]|[::]$")


def normal_header(header: object) -> str:
    """A file's header without what says nothing: marks of required fields, a unit of money.

    >>> normal_header("* Amount (USD)"), normal_header("金额(万元)")
    ('amount', '金额(万元)')
    """
    plain = normal_caption(_DECORATION.sub("", unicodedata.normalize("NFKC", str(header)).strip()))
    return _UNIT.sub("", plain)


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.replace("\n", ",").split(",") if word.strip()]


def _table(words: dict[str, str]) -> dict[str, str]:
    return {normal_header(word): name for name, text in words.items() for word in _words(text)}


def strong_words(table_name: str) -> dict[str, str]:
    """Normalised header to internal name: captions, internal names and aliases of one table."""
    return {**_table(ALIASES.get(table_name, {})), **column_by_caption(table_name)}


def weak_words(table_name: str) -> dict[str, str]:
    """Headers that name a column only where nothing better does."""
    return _table(WEAK.get(table_name, {}))
