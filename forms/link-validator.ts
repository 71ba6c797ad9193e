import type { ValidateFunction } from 'ajv';
import equal from 'ajv/dist/runtime/equal.js';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import { ajvFormats } from './formats.ts';

export type ValidatorModule = (formats: typeof ajvFormats, require: (name: string) => unknown) => ValidateFunction;

const asDefault = (module: unknown): { default: unknown } =>
  typeof module === 'function' ? { default: module } : (module as { default: unknown });

const runtime: Record<string, unknown> = {
  'ajv/dist/runtime/equal': asDefault(equal),
  'ajv/dist/runtime/ucs2length': asDefault(ucs2length),
};

/** Makes the module that the office serves (`validatorModule`) into a validator; Ajv itself is not loaded. */
export const linkValidator = (module: ValidatorModule): ValidateFunction =>
  module(ajvFormats, (name) => {
    if (!Object.hasOwn(runtime, name)) throw new Error(`validator asks for ${name}`);
    return runtime[name];
  });
