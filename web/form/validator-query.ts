import { queryOptions } from '@tanstack/react-query';
import type { ValidateFunction } from 'ajv';
import { linkValidator, type ValidatorModule } from '#forms/link-validator';
import { address } from '../api/client.ts';

/**
 * The version's validator of its form, or of a task's form, compiled when it was published, because the page may not
 * generate code. A version never changes.
 */
export const validatorQuery = (id: string, version: number, task?: string) =>
  queryOptions({
    queryKey: ['validator', id, version, task ?? null],
    queryFn: async (): Promise<ValidateFunction> => {
      const from =
        task === undefined
          ? address('/services/{id}/versions/{version}/validator.js', { id, version })
          : address('/services/{id}/versions/{version}/tasks/{task}/validator.js', { id, version, task });
      const module = (await import(/* @vite-ignore */ from)) as { default: ValidatorModule };
      return linkValidator(module.default);
    },
    staleTime: Infinity,
    retry: 1,
  });
