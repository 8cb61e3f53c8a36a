import { imports } from "./en/imports";

export const tImports = imports;
