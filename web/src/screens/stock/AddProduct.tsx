import { useNavigate } from "@tanstack/react-router";
import { tStock } from "../../text/stock";
import { Page, Section } from "../../ui/Page";
import { ProductForm } from "./ProductForm";

/** A new product; its page, which opens then, takes its first stock in. */
export function AddProduct() {
  const navigate = useNavigate();
  return (
    <Page title={tStock.add}>
      <Section>
        <ProductForm
          onSaved={({ id }) => navigate({ to: "/stock/$productId", params: { productId: id }, replace: true })}
          onCancel={() => navigate({ to: "/stock" })}
        />
      </Section>
    </Page>
  );
}
