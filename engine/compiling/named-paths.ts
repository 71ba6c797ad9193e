import { parseExpression, parseUnaryTests } from 'feelin';

type Node = ReturnType<typeof parseExpression>['topNode'];
/** A path of names from a variable; the variable of an iteration continues the path of its list. */
export type Path = string[];
type Bound = ReadonlyMap<string, Path | null>;

/**
 * The variables that an expression names, each with the fields it goes on to: `count(form.land[area > 5].use)` names
 * `form.land.use` and `area`. Names that the expression binds itself and called functions are left out.
 */
export const namedPaths = (feel: string, kind: 'expression' | 'unary tests' = 'expression'): Path[] => {
  const found: Path[] = [];
  const tree = kind === 'expression' ? parseExpression(feel, {}, undefined) : parseUnaryTests(feel, {}, undefined);
  walk(tree.topNode, feel, new Map(), found);
  return found;
};

const walk = (node: Node, feel: string, bound: Bound, found: Path[]): void => {
  const path = pathOf(node, feel, bound, found);
  if (path !== undefined) {
    if (path !== null) found.push(path);
    return;
  }
  let inside: Bound = bound;
  for (const child of childrenOf(node)) {
    if (node.name === 'FunctionInvocation' && child.name === 'VariableName') continue;
    walk(child, feel, inside, found);
    inside = new Map([...inside, ...bindingsOf(child, feel, inside)]);
  }
};

/** The path that the node stands for, null for one that is bound to no variable, undefined when it is no path. */
const pathOf = (node: Node, feel: string, bound: Bound, found: Path[]): Path | null | undefined => {
  const [first, ...rest] = childrenOf(node);
  if (node.name === 'VariableName') {
    const name = textOf(node, feel);
    return bound.has(name) ? (bound.get(name) ?? null) : [name];
  }
  if (!first) return undefined;
  if (node.name === 'PathExpression') {
    const last = rest.at(-1);
    const base = pathOf(first, feel, bound, found);
    if (base === undefined || !last) return undefined;
    return base === null ? null : [...base, textOf(last, feel)];
  }
  if (node.name === 'FilterExpression') {
    const base = pathOf(first, feel, bound, found);
    if (base === undefined) return undefined;
    for (const filter of rest) walk(filter, feel, new Map([...bound, ['item', base]]), found);
    return base;
  }
  return undefined;
};

/** Names that a finished part of the expression brings to the parts after it. */
const bindingsOf = (node: Node, feel: string, bound: Bound): [string, Path | null][] => {
  const children = childrenOf(node);
  if (node.name === 'InExpressions') {
    const all = new Map(bound);
    for (const child of children) for (const [name, path] of bindingsOf(child, feel, all)) all.set(name, path);
    return [...all];
  }
  if (node.name === 'FormalParameters')
    return children.map((parameter) => [textOf(parameter, feel).split(':')[0]?.trim() ?? '', null]);
  if (node.name === 'ContextEntry' && children[0]) return [[textOf(children[0], feel).replaceAll('"', ''), null]];
  if (node.name !== 'InExpression' || !children[0]) return [];
  const list = childrenOf(children.at(-1) ?? node)[0];
  return [[textOf(children[0], feel), (list && pathOf(list, feel, bound, [])) ?? null]];
};

const textOf = (node: Node, feel: string) => feel.slice(node.from, node.to).replace(/\s+/g, ' ');

const childrenOf = (node: Node): Node[] => {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};
