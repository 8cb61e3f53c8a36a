/** A product as a form has it, and as the API takes it. */
import type { Product } from "../../api/shapes";

/** The choice of a category that is not there yet. */
export const NEW = "new";

export interface Values {
  name: string;
  category_id: string;
  new_category: string;
  retail_price: string | number;
  wholesale_price: string | number;
  cost: string | number;
  barcode: string;
  sku: string;
  unit: string;
  reorder_level: string | number;
}

/** A product's fields; without one, those of a new product. Nothing stands where zero says that none was given. */
export function valuesOf(product?: Product): Values {
  return {
    name: product?.name ?? "",
    category_id: product?.category_id ?? "",
    new_category: "",
    retail_price: shown(product?.retail_price),
    wholesale_price: shown(product?.wholesale_price),
    cost: unlessZero(product?.cost),
    barcode: product?.barcode ?? "",
    sku: product?.sku ?? "",
    unit: product?.unit ?? "piece",
    reorder_level: unlessZero(product?.reorder_level),
  };
}

export function fieldsOf({ new_category: _, ...values }: Values) {
  const { name, category_id, retail_price, wholesale_price, cost, barcode, sku, unit, reorder_level } = values;
  return {
    name: name.trim(),
    category_id: category_id || null,
    retail_price: decimal(retail_price),
    wholesale_price: wholesale_price === "" ? null : decimal(wholesale_price),
    cost: decimal(cost),
    barcode: barcode.trim(),
    sku: sku.trim() || skuOf(name),
    unit: unit.trim(),
    reorder_level: decimal(reorder_level),
  };
}

/** A product code from a name: "Milo 400 g" is MILO-400-G. */
export const skuOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 64)
    .replaceAll(/^-|-$/g, "");

const shown = (value: string | null | undefined): string => (value == null ? "" : decimal(value));
const unlessZero = (value: string | null | undefined): string => (Number(value ?? 0) === 0 ? "" : shown(value));

/** One text for each amount, however it was written: "12.50" as 12.5. */
const decimal = (value: string | number): string => String(Number(value));
