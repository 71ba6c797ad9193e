/** The vocabulary that the kernel shares with its users: the case workflow, the simulator, the checker and migration. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Variables = { [name: string]: Json };

/** A moment as an ISO 8601 instant in UTC. The kernel never reads a clock: each call is told the time. */
export type Instant = string;

/** What stands in the way of running a process. Each names the element and says what to do, by keys with Polish and English texts. */
export type Problem = {
  code: string;
  elementId: string | null;
  /** Sentence and remedy, ready to read. */
  message: { pl: string; en: string };
  remedy: { pl: string; en: string };
};

/** What the kernel asks its user to do. Identifiers are stable: the same state and event give the same commands. */
export type Command =
  | OpenTask
  | { type: 'cancel-task'; taskKey: string }
  | { type: 'set-timer'; timerKey: string; elementId: string; due: Instant }
  | { type: 'cancel-timer'; timerKey: string }
  | RunBlock
  | { type: 'cancel-block'; blockKey: string }
  | { type: 'await-message'; subscriptionKey: string; elementId: string; name: string; correlationKey: string }
  | { type: 'cancel-message'; subscriptionKey: string }
  | { type: 'raise-incident'; incidentKey: string; elementId: string; code: string; detail: string }
  | { type: 'resolve-incident'; incidentKey: string }
  /** A step of the token, for the picture and the timeline. */
  | {
      type: 'record';
      elementId: string;
      elementType: string;
      step: 'entered' | 'left' | 'cancelled';
      name: string | null;
    }
  | { type: 'end'; variables: Variables };

export type OpenTask = {
  type: 'open-task';
  /** Unique in the case: element id and the number of the visit. */
  taskKey: string;
  elementId: string;
  name: string;
  /** Name of a form in the bundle's `tasks/`, or null for a task without a form. */
  form: string | null;
  candidateGroups: string[];
  /** `applicant` means the person the case belongs to; anything else is a staff login. */
  assignee: string | null;
  /** ISO date, when the diagram gives one; otherwise the service's term counts. */
  dueDate: string | null;
  /** Result of the element's input mapping: what the task's form sees beside the filed answers. */
  input: Variables;
};

export type RunBlock = {
  type: 'run-block';
  blockKey: string;
  elementId: string;
  /** Type of the block in the registry (`engine/blocks.ts`). */
  block: string;
  input: Variables;
};

/** What happened outside, told to the kernel. */
export type KernelEvent =
  | { type: 'task-completed'; taskKey: string; output: Variables }
  | { type: 'timer-fired'; timerKey: string }
  | { type: 'block-ended'; blockKey: string; output: Variables }
  | { type: 'block-failed'; blockKey: string; code: string; message: string }
  | { type: 'message'; name: string; correlationKey: string; variables: Variables }
  | { type: 'incident-retried'; incidentKey: string };

export type Outcome<State> = { state: State; commands: Command[] };
