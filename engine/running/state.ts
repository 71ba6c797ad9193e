import type { Variables } from '../contract.ts';

/** Where a case is: plain JSON, without anything that can be had from the plan. */
export type State = {
  format: 1;
  status: 'running' | 'ended';
  /** Variables of the process itself. */
  variables: Variables;
  /** What is alive, by key: tokens standing at an element, and sub-processes around them. In order of entry. */
  instances: { [key: string]: Instance };
  /** How often each element was entered; keys never repeat within a case. */
  visits: { [elementId: string]: number };
  /** Incidents raised so far. */
  incidents: number;
};

/** One visit of a token to an element. Its key, `<element id>#<visit>`, is the key of its task, timer or message as well. */
export type Instance = {
  key: string;
  elementId: string;
  /** Key of the sub-process instance around it; null at the top. */
  scope: string | null;
  /** Local variables: the result of the input mapping, and all variables that only a sub-process sees. */
  local: Variables;
  waitsFor: 'nothing' | 'task' | 'block' | 'timer' | 'message' | 'tokens' | 'children';
  /** Runs of the block so far: each run has a key of its own, so that a late answer of an earlier one is known as such. */
  runs: number;
  /** For a catching message: the key it waits for. */
  correlationKey: string | null;
  /** Armed boundary timers and messages by id; a message with its key. */
  armed: { [boundaryId: string]: { correlationKey: string | null } };
  /** For a join: how many tokens came by each flow. */
  arrived: { [flowId: string]: number };
  incident: Incident | null;
};

/** `stage` is what a retry repeats: entering the element, its block, or leaving it with what it gave. */
export type Incident = { key: string; code: string; stage: 'enter' | 'block' | 'leave'; output: Variables };

export const newState = (variables: Variables): State => ({
  format: 1,
  status: 'running',
  variables,
  instances: {},
  visits: {},
  incidents: 0,
});

/** Key of the present run of an instance's block. */
export const blockKeyOf = (instance: Instance): string =>
  instance.runs <= 1 ? instance.key : `${instance.key}/${instance.runs}`;

export const boundaryKeyOf = (instance: Instance, boundaryId: string): string => `${instance.key}/${boundaryId}`;

export const childrenOf = (state: State, scope: string | null): Instance[] =>
  Object.values(state.instances).filter((instance) => instance.scope === scope);

/** All that an expression in that scope sees: the process's variables under those of the sub-processes around. */
export const visibleFrom = (state: State, scope: string | null): Variables => {
  const around = scope === null ? undefined : state.instances[scope];
  return around ? { ...visibleFrom(state, around.scope), ...around.local } : state.variables;
};

/** The innermost variables that hold the name already, or else the process's own (Camunda 8's propagation). */
export const holderOf = (state: State, scope: string | null, name: string): Variables => {
  const around = scope === null ? undefined : state.instances[scope];
  if (!around) return state.variables;
  return Object.hasOwn(around.local, name) ? around.local : holderOf(state, around.scope, name);
};
