import { suppliers } from "./en/suppliers";

export const tSuppliers = suppliers;
