import { useMemo, useRef } from "react";
import { newKey } from "./http";

export interface Keys {
  /** The key of this request: the same while the same is retried. */
  of: (what: unknown) => string;
  /** It succeeded: what comes next is a new request, though it may say the same. */
  spent: () => void;
}

export function useKey(): Keys {
  const kept = useRef({ what: "", key: "" });
  return useMemo(
    () => ({
      of(what) {
        const now = JSON.stringify(what) ?? "";
        if (kept.current.key === "" || kept.current.what !== now) kept.current = { what: now, key: newKey() };
        return kept.current.key;
      },
      spent() {
        kept.current = { what: "", key: "" };
      },
    }),
    [],
  );
}
