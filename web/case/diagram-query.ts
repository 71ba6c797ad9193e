import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';

/** The BPMN drawing of a version; it never changes, so it is read once. */
export const diagramQuery = (serviceId: string, version: number) =>
  queryOptions({
    queryKey: ['diagram', serviceId, version],
    queryFn: ({ signal }) => call(endpoints.cases.diagram, { params: { id: serviceId, version }, signal }),
    staleTime: Infinity,
  });
