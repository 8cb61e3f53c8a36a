import { type ReactNode, useDeferredValue } from "react";

interface Props {
  /** Whether all that stands above it and in it has come, or failed. */
  ready: boolean;
  children: ReactNode;
}

/** What stands below the first screen: drawn after it, at once and in pieces, so that nothing moves under a finger. */
export function Below({ ready, children }: Props) {
  return useDeferredValue(ready, false) ? children : <div aria-busy="true" />;
}
