/** JSON Schema 2020-12 as plain data; the forms room gives it meaning. */
export type JsonSchema = { [keyword: string]: unknown };
