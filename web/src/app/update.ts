import { registerSW } from "virtual:pwa-register";
import { useSyncExternalStore } from "react";

let load: (() => void) | null = null;
const listeners = new Set<() => void>();

/** Installs the service worker; a new version is kept ready until it is asked for. */
export function keepUpToDate(): void {
  const activate = registerSW({
    onNeedRefresh() {
      load = () => void activate(true);
      for (const listener of listeners) listener();
    },
  });
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Loads the new version; null while there is none. */
export const useUpdate = (): (() => void) | null => useSyncExternalStore(subscribe, () => load);
