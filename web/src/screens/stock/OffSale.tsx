import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Product } from "../../api/shapes";
import { changeProduct } from "../../api/stock";
import { tStock } from "../../text/stock";
import { ProblemNote } from "../../ui/ProblemNote";

const words = tStock.edit;

/** Takes a product off sale, or brings it back; its stock and its history stay. */
export function OffSale({ product: { id, is_active } }: { product: Product }) {
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: () => changeProduct(id, { is_active: !is_active }),
    onSuccess: () =>
      Promise.all(["stock", "goods", "reports"].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <>
      <Button variant="default" loading={set.isPending} onClick={() => set.mutate()}>
        {is_active ? words.takeOff : words.bringBack}
      </Button>
      {set.isError ? <ProblemNote error={set.error} /> : null}
    </>
  );
}
