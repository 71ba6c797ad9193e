import { problem } from '../problems.ts';
import type { Reading } from './expressions.ts';
import type { ModelElement } from './model.ts';
import { nameOf } from './model.ts';

/** Says that a field of the properties panel is empty; its empty value lets reading go on and find the rest. */
export const missing = (reading: Reading, owner: ModelElement, attribute: string): string => {
  reading.problems.push(problem('missing-attribute', owner.id ?? null, { name: nameOf(owner), attribute }));
  return '';
};

/** Says that the element uses something that the kernel does not execute. */
export const unsupported = (reading: Reading, owner: ModelElement, feature: string): null => {
  reading.problems.push(problem('unsupported-feature', owner.id ?? null, { name: nameOf(owner), feature }));
  return null;
};
