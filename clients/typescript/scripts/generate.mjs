// Writes src/schema.ts, the types, and src/operations.ts, the addresses, from the API's description (a JSON file).
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const [source, folder = "src"] = process.argv.slice(2);
const schema = JSON.parse(await readFile(source, "utf8"));
const warning = "// Generated from the API's description by `make client`. Do not edit.\n";
const file = ts.factory.createTypeReferenceNode("Blob");
const unknown = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);

const types = await openapiTS(schema, {
  alphabetize: true,
  defaultNonNullable: false,
  exportType: true,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  transform: (part, { path }) =>
    part.format === "binary" ? file : path?.endsWith("/schemas/Json") ? unknown : undefined,
});
await writeFile(`${folder}/schema.ts`, `${warning}\n${astToString(types)}`);

const rows = Object.entries(schema.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const keyed = operation.parameters?.some((each) => each.$ref?.endsWith("/IdempotencyKey")) ?? false;
    const form = "multipart/form-data" in (operation.requestBody?.content ?? {});
    return { name: operation.operationId, method: method.toUpperCase(), path, keyed, form };
  }),
);
rows.sort((a, b) => (a.name < b.name ? -1 : 1));
const lines = rows.map(({ name, ...row }) => `  ${name}: ${JSON.stringify(row)},`);
const intro = "/** Method and address of each operation; `keyed`: it takes an Idempotency-Key; `form`: it takes a file. */\n";
await writeFile(`${folder}/operations.ts`, `${warning}\n${intro}export const OPERATIONS = {\n${lines.join("\n")}\n} as const;\n`);
