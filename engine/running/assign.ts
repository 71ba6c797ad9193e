import type { Json, Variables } from '../contract.ts';

/** Sets `a.b.c` in the variables, making the objects on the way. */
export const assign = (variables: Variables, path: string, value: Json): void => {
  const names = path.split('.');
  const last = names.pop() ?? path;
  let holder = variables;
  for (const name of names) {
    const next = own(holder, name);
    if (next === null || typeof next !== 'object' || Array.isArray(next)) define(holder, name, {});
    holder = own(holder, name) as Variables;
  }
  define(holder, last, value);
};

const own = (holder: Variables, name: string): Json => (Object.hasOwn(holder, name) ? (holder[name] as Json) : null);

// `__proto__` as a plain key: assignment would change the prototype instead.
const define = (holder: Variables, name: string, value: Json) =>
  Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
