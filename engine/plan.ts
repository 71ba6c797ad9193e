import type { Decision } from './decisions/decision.ts';

/**
 * What the kernel runs: a diagram and its decisions, read and checked. Plain JSON, small enough to be pinned inside each
 * case. Lanes, pools, notes and data objects belong to the picture and leave no trace here.
 */
export type Plan = {
  /** Format of this structure; a kernel refuses a plan of a format it does not know. */
  format: 1;
  processId: string;
  name: string | null;
  elements: { [id: string]: PlanElement };
  flows: { [id: string]: Flow };
  /** By decision id, required decisions included. */
  decisions: { [id: string]: Decision };
  /** Top-level names of the answers (`form.<name>`) that the expressions use; no other answer needs to enter a workflow. */
  usedAnswers: string[];
};

/** A condition is FEEL without the leading `=`; null means that the flow is always open. */
export type Flow = { id: string; name: string | null; from: string; to: string; condition: string | null };

/** A value of the diagram: written as it stands, or FEEL. */
export type Value<T> = { is: T } | { feel: string };

/** `target` may be a path: `verification.level`. */
export type Mapping = { source: Value<string>; target: string };

type Common = {
  id: string;
  name: string | null;
  /** Id of the sub-process around the element; null at the top. */
  parent: string | null;
  incoming: string[];
  outgoing: string[];
  /** The flow taken when no condition holds. */
  default: string | null;
  input: Mapping[];
  output: Mapping[];
  /** Boundary events on the element. */
  boundary: string[];
};

export type Timer = { kind: 'date' | 'duration'; when: Value<string> };
export type MessageRef = { name: string; correlationKey: Value<string> };

export type Trigger =
  | { on: 'timer'; timer: Timer }
  | { on: 'message'; message: MessageRef }
  /** Code null catches every error. */
  | { on: 'error'; code: string | null };

export type ElementKinds = {
  startEvent: object;
  endEvent: { end: 'none' } | { end: 'terminate' } | { end: 'error'; code: string };
  task: object;
  userTask: {
    form: string | null;
    assignee: Value<string> | null;
    candidateGroups: Value<string[]>;
    dueDate: Value<string> | null;
  };
  serviceTask: { block: string };
  businessRuleTask: { decision: string; resultVariable: string };
  scriptTask: { expression: string; resultVariable: string };
  exclusiveGateway: object;
  parallelGateway: object;
  timerCatch: { timer: Timer };
  messageCatch: { message: MessageRef };
  boundaryEvent: { attachedTo: string; interrupting: boolean; trigger: Trigger };
  subProcess: { start: string };
};

export type ElementType = keyof ElementKinds;
export type ElementOf<T extends ElementType> = Common & { type: T } & ElementKinds[T];
export type PlanElement = { [T in ElementType]: ElementOf<T> }[ElementType];

/** The only start event at that level. */
export const startOf = (plan: Plan, parent: string | null): PlanElement | undefined =>
  Object.values(plan.elements).find((element) => element.type === 'startEvent' && element.parent === parent);
