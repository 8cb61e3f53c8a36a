/** What is suggested, agreed to and done. */
import { queryOptions } from "@tanstack/react-query";
import type { Answer, Input } from "shop-client";
import { shop } from "./shop";

export type Proposal = Answer<"getProposal">;
export type Asked = Input<"createProposal">["body"];

const OPEN: readonly Proposal["state"][] = ["proposed", "approved"];

/** Those that wait for a yes, or can still be taken back; the oldest first. */
export const proposals = () =>
  queryOptions({
    queryKey: ["proposals"],
    queryFn: ({ signal }) => shop().call("listProposals", { query: { page_size: 50 } }, { signal }),
    select: ({ results }) => results.filter(isOpen).toReversed(),
    refetchInterval: ({ state }) => (state.data?.results.some(({ state: at }) => at === "approved") ? 30_000 : false),
  });

/** A link that was given at once is there until its ten minutes are over. */
export const isOpen = ({ state, undo_until }: Proposal): boolean =>
  OPEN.includes(state) || (state === "executed" && undo_until !== null && undo_until > new Date().toISOString());

export const propose = (body: Asked, key: string) => shop().call("createProposal", { body }, { key });
export const approve = (id: string) => shop().call("approveProposal", { path: { id } });
export const refuse = (id: string) => shop().call("dismissProposal", { path: { id } });
export const undo = (id: string) => shop().call("undoProposal", { path: { id } });
