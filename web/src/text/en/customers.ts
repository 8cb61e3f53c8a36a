export const customers = {
  title: "Customers",
  search: "Name or phone",
  none: "Nobody is called that.",
  empty: "No customers yet. Who buys on account is added here.",
  owes: (amount: string) => `owes ${amount}`,
  add: "Add a customer",
  name: "Name",
  phone: "Phone",
  limit: "Credit limit in GHS",
  limitNote: "Leave it empty for none: then only you sell them on account.",
  terms: "Pays within so many days",
  added: (name: string) => `${name} is added.`,
};
