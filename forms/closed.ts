import type { SchemaNode } from './form.ts';

/**
 * The schema with every object closed, so that a field the form does not have is an error. Objects that combine schemas
 * (`allOf`, `if` …) are closed by `unevaluatedProperties`, the only keyword that sees through the parts.
 */
export const closed = (schema: SchemaNode): SchemaNode => ({
  ...closedNode(schema),
  ...(schema.$defs ? { $defs: mapped(schema.$defs) } : {}),
});

const combining = ['allOf', 'anyOf', 'oneOf', 'if', '$ref', '$dynamicRef', 'dependentSchemas'];

const closedNode = (node: SchemaNode): SchemaNode => {
  if (typeof node !== 'object' || node === null) return node; // `true` and `false` are schemas too
  const isObject = node.properties !== undefined;
  const isOpen = node.additionalProperties === undefined && node.unevaluatedProperties === undefined;
  const keyword = combining.some((name) => name in node) ? 'unevaluatedProperties' : 'additionalProperties';
  return {
    ...node,
    ...(node.properties ? { properties: mapped(node.properties) } : {}),
    ...(node.items ? { items: closedNode(node.items) } : {}),
    ...(isObject && isOpen ? { [keyword]: false } : {}),
  };
};

const mapped = (nodes: Record<string, SchemaNode>): Record<string, SchemaNode> =>
  Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, closedNode(node)]));
