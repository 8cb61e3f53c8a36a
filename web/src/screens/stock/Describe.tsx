import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Product } from "../../api/shapes";
import { setDescription, writeDescription } from "../../api/stock";
import { useKey } from "../../api/useKey";
import { tStock } from "../../text/stock";
import { Section } from "../../ui/Page";
import { Charge, PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";
import classes from "../../ui/ui.module.css";

/** A description of the product; it is used only when somebody says so. */
export function Describe({ product }: { product: Product }) {
  const queries = useQueryClient();
  const keys = useKey();
  const write = useMutation({
    mutationFn: () => writeDescription(product.id, keys.of(product.id)),
    onSuccess: () => {
      keys.spent();
      void queries.invalidateQueries({ queryKey: ["ai"] });
    },
  });
  const use = useMutation({
    mutationFn: (text: string) => setDescription(product.id, text),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["stock"] }),
  });
  const text = write.data?.description ?? product.description;
  return (
    <Section title={tStock.describe}>
      {text === "" ? null : <p className={classes.pre}>{text}</p>}
      {write.data ? (
        <Charge
          used={write.data.credits_used}
          balance={write.data.balance}
          degraded={write.data.degraded}
          cached={write.data.cached}
        />
      ) : null}
      <Group align="flex-start">
        {write.data && !use.isSuccess ? (
          <Button loading={use.isPending} onClick={() => use.mutate(text)}>
            {tStock.useText}
          </Button>
        ) : null}
        <PriceButton
          feature="product_description"
          label={tStock.describeGo}
          variant="default"
          loading={write.isPending}
          onClick={() => {
            use.reset();
            write.mutate();
          }}
        />
      </Group>
      {use.isSuccess ? <Text role="status">{tStock.used}</Text> : null}
      {write.isError ? <ProblemNote error={write.error} paid /> : null}
      {use.isError ? <ProblemNote error={use.error} /> : null}
    </Section>
  );
}
