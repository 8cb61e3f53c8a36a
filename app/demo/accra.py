"""The first demo shop: electronics and groceries in Accra and Tema."""

from decimal import Decimal

from app.demo.profile import Person, Profile, buyers_of, goods_of

ACCRA = Profile(
    key="accra",
    name="Adom Electronics & Groceries",
    phone="+233302000100",
    address="14 Oxford Street, Osu, Accra",
    storefronts=(("Accra Osu", "14 Oxford Street, Osu", 0.62), ("Tema Community 1", "Market Road, Community 1", 0.38)),
    people=(
        Person("Akosua Adomako", "owner", "owner@adom.example"),
        Person("Kojo Asante", "manager", "manager@adom.example"),
        Person("Efua Sackey", "cashier", "efua@adom.example", 0),
        Person("Yaw Darko", "cashier", "yaw@adom.example", 0),
        Person("Adjoa Tetteh", "cashier", "adjoa@adom.example", 1),
    ),
    suppliers={
        "Accra Electronics Hub": 10,
        "Makola Mobile Supply": 5,
        "Tema Home Imports": 14,
        "Harbour Foods": 4,
        "Ring Road Beverages": 3,
        "Osu Household Depot": 6,
    },
    goods=goods_of("accra"),
    buyers=buyers_of("accra"),
    daily_sales=26,
    granted_credits=Decimal(90),
    goes_with={
        "TV-SAM-43": "PL-BRK-TV",
        "TV-SAM-55": "PL-BRK-TV",
        "TV-HIS-43": "PL-HDM-2",
        "PH-TEC-S30": "PH-CHG-25",
        "PH-SAM-A16": "PH-EAR-BT",
        "RS-RIC-5": "CO-TOM-400",
        "RS-RIC-25": "CO-VEG-5",
        "RS-SPG-500": "CO-SAR-125",
        "DR-TEA-50": "DR-MLK-160",
    },
)
