/** An element as bpmn-moddle and dmn-moddle read it: XML with types and references, nothing checked yet. */
export type ModelElement = {
  $type: string;
  id?: string;
  name?: string;
  [property: string]: unknown;
};

export const elements = (value: unknown): ModelElement[] => (Array.isArray(value) ? (value as ModelElement[]) : []);

export const element = (value: unknown): ModelElement | undefined =>
  value !== null && typeof value === 'object' ? (value as ModelElement) : undefined;

/** Trimmed text; undefined when there is none. */
export const text = (value: unknown): string | undefined => {
  const found = typeof value === 'string' ? value.trim() : '';
  return found === '' ? undefined : found;
};

/** `zeebe:` extension of that type. */
export const extension = (owner: ModelElement, type: string): ModelElement | undefined =>
  elements(element(owner['extensionElements'])?.['values']).find((value) => value.$type === type);

/** What a person calls it: its name, or else its id. */
export const nameOf = (named: ModelElement): string =>
  text(named.name)?.replace(/\s+/g, ' ') ?? named.id ?? named.$type;
