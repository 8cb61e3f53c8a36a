export { Client, type Options } from "./client.ts";
export { ApiError, isApiError, NetworkError } from "./errors.ts";
export type * from "./schema.ts";
export type * from "./types.ts";
export type { Progress } from "./upload.ts";
