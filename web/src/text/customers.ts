import { customers } from "./en/customers";

export const tCustomers = customers;
