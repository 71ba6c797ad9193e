import type { Variables } from '../contract.ts';
import { ElementFailure } from './failure.ts';
import type { Run } from './run.ts';
import type { Incident, Instance } from './state.ts';

/** The element stands still until the incident is retried. */
export const raiseIncident = (
  run: Run,
  instance: Instance,
  { code, detail, stage, output = {} }: { code: string; detail: string; stage: Incident['stage']; output?: Variables },
): void => {
  run.state.incidents += 1;
  const key = `${instance.key}/incident/${run.state.incidents}`;
  instance.incident = { key, code, stage, output };
  run.commands.push({ type: 'raise-incident', incidentKey: key, elementId: instance.elementId, code, detail });
};

/** Does it, or makes an incident of what stands in the way; any other error is our own mistake and goes on up. */
export const orIncident = (
  run: Run,
  instance: Instance,
  stage: 'enter' | 'leave',
  output: Variables,
  act: () => void,
) => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof ElementFailure)) throw error;
    raiseIncident(run, instance, { code: error.code, detail: error.message, stage, output });
  }
};
