/** The API, as this person and this business: every request goes through the project's own client. */
import { type ApiError, Client } from "shop-client";
import { early } from "../app/early";
import { session } from "../app/session";

const stranger = new Client({
  baseUrl: "",
  fetch: early,
  onLoggedOut: ({ message }: ApiError) => session.expire(message),
});

/** For what is done before the log-in. */
export const anyone = (): Client => stranger;

export function shop(): Client {
  const { token = null, businessId = null } = session.now() ?? {};
  return stranger.with({ token, businessId });
}

/** For the till, which keeps a sale on the device rather than let a customer wait. */
export const shopAtOnce = (): Client => shop().with({ retries: 0 });
