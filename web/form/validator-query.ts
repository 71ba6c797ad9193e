import { queryOptions } from '@tanstack/react-query';
import type { ValidateFunction } from 'ajv';
import { linkValidator, type ValidatorModule } from '#forms/link-validator';

/** The version's validator, compiled when it was published, because the page may not generate code. A version never changes. */
export const validatorQuery = (serviceId: string, version: number) =>
  queryOptions({
    queryKey: ['validator', serviceId, version],
    queryFn: async (): Promise<ValidateFunction> => {
      const address = `/api/services/${encodeURIComponent(serviceId)}/versions/${version}/validator.js`;
      const module = (await import(/* @vite-ignore */ address)) as { default: ValidatorModule };
      return linkValidator(module.default);
    },
    staleTime: Infinity,
  });
