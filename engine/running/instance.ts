import type { Run } from './run.ts';
import { record } from './run.ts';
import type { Instance } from './state.ts';

/** A token comes to an element: a new visit with a key of its own. */
export const arrive = (run: Run, elementId: string, scope: string | null): Instance => {
  const visit = (run.state.visits[elementId] ?? 0) + 1;
  const key = `${elementId}#${visit}`;
  const instance: Instance = {
    key,
    elementId,
    scope,
    local: {},
    waitsFor: 'nothing',
    runs: 0,
    correlationKey: null,
    armed: {},
    arrived: {},
    incident: null,
  };
  run.state.visits[elementId] = visit;
  run.state.instances[key] = instance;
  record(run, elementId, 'entered');
  return instance;
};
