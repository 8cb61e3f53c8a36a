import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changesOf } from "../../api/changes";
import { problemOf } from "../../api/problem";
import type { Product } from "../../api/shapes";
import { addCategory, addProduct, categories, changeProduct } from "../../api/stock";
import { tStock } from "../../text/stock";
import { Columns } from "../../ui/Columns";
import { SaveButtons } from "../../ui/SaveButtons";
import { fieldsOf, NEW, type Values, valuesOf } from "./productFields";

const words = tStock.edit;

interface Props {
  /** The product to change; without it a new one is added. */
  product?: Product;
  onSaved: (saved: Product) => void;
  onCancel: () => void;
}

export function ProductForm({ product, onSaved, onCancel }: Props) {
  const queries = useQueryClient();
  const form = useForm<Values>({ initialValues: valuesOf(product) });
  const save = useMutation({
    mutationFn: async (confirmed: boolean) => {
      const fields = { ...fieldsOf(form.values), category_id: await keptCategory(form, queries) };
      const asked = confirmed ? { confirmed } : {};
      if (!product) return addProduct({ ...fields, ...asked });
      return changeProduct(product.id, { ...changesOf(fieldsOf(valuesOf(product)), fields), ...asked });
    },
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: (saved) => {
      for (const key of ["stock", "goods", "reports"]) void queries.invalidateQueries({ queryKey: [key] });
      onSaved(saved);
    },
  });
  return (
    <form onSubmit={form.onSubmit(() => save.mutate(false))}>
      <Columns phone={1} desk={3}>
        <TextInput label={words.name} required data-autofocus {...form.getInputProps("name")} />
        <Category form={form} />
        <Amount label={words.retail} required {...form.getInputProps("retail_price")} />
        <Amount label={words.wholesale} note={words.optional} {...form.getInputProps("wholesale_price")} />
        <Amount label={words.cost} note={words.costNote} {...form.getInputProps("cost")} />
        <TextInput label={words.unit} description={words.unitNote} required {...form.getInputProps("unit")} />
        <Amount label={words.reorder} note={words.reorderNote} decimals={3} {...form.getInputProps("reorder_level")} />
        <TextInput label={words.barcode} description={words.optional} {...form.getInputProps("barcode")} />
        <TextInput label={words.sku} description={words.skuNote} {...form.getInputProps("sku")} />
      </Columns>
      <SaveButtons save={save} onCancel={onCancel} />
    </form>
  );
}

/** The chosen category; a new one is kept first, and stays chosen where the product is refused. */
async function keptCategory(form: UseFormReturnType<Values>, queries: QueryClient): Promise<string | null> {
  const { category_id, new_category } = form.values;
  if (category_id !== NEW) return category_id || null;
  const { id } = await addCategory(new_category);
  await queries.invalidateQueries({ queryKey: categories().queryKey });
  form.setFieldValue("category_id", id);
  return id;
}

interface AmountProps {
  label: string;
  note?: string;
  decimals?: number;
  required?: boolean;
  value?: string | number;
  onChange?: (value: string | number) => void;
}

const Amount = ({ note, decimals = 2, ...rest }: AmountProps) => (
  <NumberInput description={note} min={0} decimalScale={decimals} hideControls {...rest} />
);

function Category({ form }: { form: UseFormReturnType<Values> }) {
  const found = useQuery(categories()).data ?? [];
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const pathOf = (name: string, parent: string | null) => (parent ? `${names.get(parent) ?? ""} › ${name}` : name);
  return (
    <>
      <NativeSelect
        label={words.category}
        size="md"
        data={[
          { value: "", label: words.noCategory },
          ...found.map(({ id, name, parent_id }) => ({ value: id, label: pathOf(name, parent_id) })),
          { value: NEW, label: words.newCategory },
        ]}
        {...form.getInputProps("category_id")}
      />
      {form.values.category_id === NEW ? (
        <TextInput label={words.newName} required maxLength={100} {...form.getInputProps("new_category")} />
      ) : null}
    </>
  );
}
