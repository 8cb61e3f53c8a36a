/** Options for TanStack Query, whichever framework it is used with. */
import type { Client } from "./client.ts";
import type { Answer, Given, Input, Paged, Read, Write } from "./types.ts";

/** For `useQuery`. The key starts with the business, so that no shop is shown another's figures. */
export function query<O extends Read>(client: Client, operation: O, ...[input]: Given<O>) {
  return {
    queryKey: [client.businessId, operation, input ?? null] as const,
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Answer<O>> => call(client, operation, input, signal),
    retry: false, // the client repeats what is safe to repeat
  };
}

/** For `useInfiniteQuery`: a list page by page. */
export function pages<O extends Paged>(client: Client, operation: O, ...[input]: Given<O>) {
  return {
    queryKey: [client.businessId, operation, "pages", input ?? null] as const,
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: number }): Promise<Answer<O>> =>
      call(client, operation, onPage(input, pageParam), signal),
    initialPageParam: 1,
    getNextPageParam: (last: Answer<O>, _all: Answer<O>[], page: number): number | undefined =>
      hasMore(last) ? page + 1 : undefined,
    retry: false,
  };
}

/** For `useMutation`. Each call has an Idempotency-Key of its own, kept for its repeats. */
export function mutation<O extends Write>(client: Client, operation: O) {
  return {
    mutationKey: [client.businessId, operation] as const,
    mutationFn: (input: Input<O>): Promise<Answer<O>> => call(client, operation, input),
    retry: false,
  };
}

/** The start of the keys of an operation, to invalidate what it answered whatever it was asked. */
export function keyOf(client: Client, operation: Read) {
  return [client.businessId, operation] as const;
}

function call<O extends Read | Write>(
  client: Client,
  operation: O,
  input: Input<O> | undefined,
  signal?: AbortSignal,
): Promise<Answer<O>> {
  const given = [input, signal ? { signal } : {}] as unknown as Given<O>; // an optional argument either way
  return client.call(operation, ...given);
}

function onPage<O extends Paged>(input: Input<O> | undefined, page: number): Input<O> {
  const before = input && "query" in input && typeof input.query === "object" ? input.query : {};
  const asked: object = { ...input, query: { ...before, page } };
  return asked as Input<O>; // every list takes `page`
}

function hasMore(page: unknown): boolean {
  return typeof page === "object" && page !== null && "next" in page && page.next !== null;
}
