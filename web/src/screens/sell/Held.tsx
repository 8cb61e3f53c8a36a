import { Button, Group, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Good } from "../../api/shapes";
import { type Cart, carts, dropCart, holdCart, takeUpCart } from "../../api/tills";
import { useKey } from "../../api/useKey";
import { tTills } from "../../text/tills";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import classes from "../../ui/ui.module.css";
import type { Line } from "./cart";
import type { Till } from "./useTill";

const words = tTills.carts;

/** The cart waits for any till of the storefront, or one that waited is taken up here. */
export default function Held({ till, products }: { till: Till; products: Good[] }) {
  const waiting = useQuery(carts(till.storefrontId)).data ?? [];
  return (
    <>
      {till.lines.length > 0 ? <Hold till={till} /> : null}
      {waiting.length > 0 && till.lines.length === 0 ? (
        <Section title={words.waiting}>
          <div>
            {waiting.map((cart) => (
              <Row key={cart.id} cart={cart} till={till} products={products} />
            ))}
          </div>
        </Section>
      ) : null}
    </>
  );
}

function Hold({ till }: { till: Till }) {
  const queries = useQueryClient();
  const keys = useKey();
  const [whose, setWhose] = useState("");
  const hold = useMutation({
    mutationFn: () => {
      const lines = till.lines.map(({ product, quantity }) => ({ product_id: product.id, quantity: String(quantity) }));
      const body = {
        storefront_id: till.storefrontId,
        held_for: whose,
        lines,
        ...(till.customer ? { customer_id: till.customer.id } : {}),
      };
      return holdCart(body, keys.of(body));
    },
    onSuccess: () => {
      keys.spent();
      till.start();
      return queries.invalidateQueries({ queryKey: ["carts"] });
    },
  });
  return (
    <details>
      <summary className={classes.summary}>{words.hold}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          hold.mutate();
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={words.holdFor}
            placeholder={words.holdPlaceholder}
            value={whose}
            onChange={(event) => setWhose(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={hold.isPending}>
            {words.holdGo}
          </Button>
        </Group>
      </form>
      {hold.isError ? <ProblemNote error={hold.error} /> : null}
    </details>
  );
}

/** The lines of a cart that are still on sale. */
function linesOf(cart: Cart, products: Good[]): Line[] {
  return cart.lines.flatMap(({ product_id, quantity }) => {
    const product = products.find(({ id }) => id === product_id);
    return product ? [{ product, quantity: Number(quantity) }] : [];
  });
}

function Row({ cart, till, products }: { cart: Cart; till: Till; products: Good[] }) {
  const queries = useQueryClient();
  const keys = useKey();
  const look = () => queries.invalidateQueries({ queryKey: ["carts"] });
  const take = useMutation({
    mutationFn: () => takeUpCart(cart.id, keys.of(cart.id)),
    onSuccess: (taken) => {
      till.load(linesOf(taken, products));
      return look();
    },
  });
  const drop = useMutation({ mutationFn: () => dropCart(cart.id), onSuccess: look });
  const name = cart.held_for || cart.customer_name || words.nameless;
  const error = take.error ?? drop.error;
  return (
    <div className={classes.row}>
      <Group justify="space-between">
        <div>
          <Text>{name}</Text>
          <Text size="sm" c="dimmed">
            {words.by(cart.held_by_name ?? "", cart.lines.length)}
          </Text>
        </div>
        <Group gap="xs">
          <Button
            size="sm"
            variant="subtle"
            aria-label={words.dropOf(name)}
            loading={drop.isPending}
            onClick={() => drop.mutate()}
          >
            {words.drop}
          </Button>
          <Button size="sm" variant="default" loading={take.isPending} onClick={() => take.mutate()}>
            {words.takeUp}
          </Button>
        </Group>
      </Group>
      {error ? <ProblemNote error={error} /> : null}
    </div>
  );
}
