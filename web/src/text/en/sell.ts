export const sell = {
  title: "Sell",
  methods: { cash: "Cash", mobile_money: "Mobile money", card: "Card", bank: "Bank", on_account: "On account" },
  networks: { mtn: "MTN", telecel: "Telecel", at: "AT" },
};
