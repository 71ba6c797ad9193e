import type { ServiceFile } from '#platform/catalog/bundle';
import { ProblemError } from '../problems/problem-error.ts';
import type { PartyRef } from '../session/signed-in.ts';

/** For whom a service may be filed: what its card says, else people and companies alike. */
export const filedForOf = ({ filedFor }: Pick<ServiceFile, 'filedFor'>): PartyRef['kind'][] =>
  filedFor ?? ['person', 'company'];

/** Refuses to file for a party of the wrong kind: IN-1 is a natural person's (ustawa o podatkach i opłatach lokalnych, art. 6 ust. 6). */
export const requireFiledFor = (service: Pick<ServiceFile, 'filedFor'>, { kind }: PartyRef): void => {
  if (!filedForOf(service).includes(kind)) throw new ProblemError('service-not-for-party');
};
