"""The second demo shop: building materials and provisions in Kumasi, with some of the same names as the first."""

from app.demo.profile import Person, Profile, buyers_of, goods_of

KUMASI = Profile(
    key="kumasi",
    name="Kejetia Building & Provisions",
    phone="+233322000200",
    address="Block C, Kejetia Road, Kumasi",
    storefronts=(("Kejetia", "Block C, Kejetia Road", 1.0),),
    people=(
        Person("Osei Bonsu", "owner", "owner@kejetia.example"),
        Person("Adwoa Frema", "manager", "manager@kejetia.example"),
        Person("Efua Sackey", "cashier", "efua@kejetia.example", 0),
    ),
    suppliers={"Ashanti Building Supply": 7, "Kente Coatings": 12, "Kejetia Wholesale": 5},
    goods=goods_of("kumasi"),
    buyers=buyers_of("kumasi"),
    daily_sales=9,
    goes_with={"RF-SHT-35": "RF-NAI-2", "PT-EML-4": "PT-BRS-3", "BM-CEM-50": "BM-SAN-1"},
)
