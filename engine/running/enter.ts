import type { Variables } from '../contract.ts';
import { evaluateDecision } from '../decisions/evaluate-decision.ts';
import type { ElementOf, ElementType, PlanElement } from '../plan.ts';
import { startOf } from '../plan.ts';
import { arm, throwError, timerDue } from './boundary.ts';
import { cancelChildren } from './cancel.ts';
import { ElementFailure } from './failure.ts';
import { orIncident } from './incident.ts';
import { leave } from './leave.ts';
import { openTask } from './open-task.ts';
import type { Run } from './run.ts';
import { applyMappings, copyOf, elementOf, evaluateAt, textOf, visibleAt } from './run.ts';
import type { Instance } from './state.ts';
import { blockKeyOf, visibleFrom } from './state.ts';

type Enter<T extends ElementType> = (run: Run, instance: Instance, element: ElementOf<T>, variables: Variables) => void;

/** The instance begins what its element is for; what it can't do becomes an incident. */
export const enter = (run: Run, instance: Instance): void =>
  orIncident(run, instance, 'enter', {}, () => {
    const element = elementOf(run, instance.elementId);
    instance.local = applyMappings(run, element.input, visibleFrom(run.state, instance.scope));
    const act = behaviours[element.type] as (
      run: Run,
      instance: Instance,
      element: PlanElement,
      variables: Variables,
    ) => void;
    act(run, instance, element, visibleAt(run, instance));
  });

const passThrough = (run: Run, instance: Instance) => leave(run, instance, {});

const behaviours: { [T in ElementType]: Enter<T> } = {
  startEvent: passThrough,
  task: passThrough,
  exclusiveGateway: passThrough,
  parallelGateway: passThrough,
  boundaryEvent: passThrough,
  endEvent: (run, instance, element) => {
    if (element.end === 'error') {
      if (throwError(run, instance, element.code, element.name ?? element.code)) return;
      throw new ElementFailure('uncaught-error', element.code);
    }
    leave(run, instance, {});
    if (element.end === 'terminate') terminate(run, instance.scope);
  },
  userTask: (run, instance, element, variables) => {
    const command = openTask(run, instance, element, variables);
    arm(run, instance);
    instance.waitsFor = 'task';
    run.commands.push(command);
  },
  serviceTask: (run, instance) => {
    arm(run, instance);
    runBlock(run, instance);
  },
  businessRuleTask: (run, instance, { decision, resultVariable }, variables) => {
    const result = evaluateDecision(run.plan.decisions, decision, variables, run.now);
    if (!result.ok) throw new ElementFailure(result.code, result.detail);
    leave(run, instance, { [resultVariable]: result.value });
  },
  scriptTask: (run, instance, { expression, resultVariable }, variables) =>
    leave(run, instance, { [resultVariable]: evaluateAt(run, expression, variables) }),
  timerCatch: (run, instance, { id, timer }, variables) => {
    const due = timerDue(run, timer, variables);
    arm(run, instance);
    instance.waitsFor = 'timer';
    run.commands.push({ type: 'set-timer', timerKey: instance.key, elementId: id, due });
  },
  messageCatch: (run, instance, { id, message }, variables) => {
    const correlationKey = textOf(run, message.correlationKey, variables, 'the correlation key');
    arm(run, instance);
    Object.assign(instance, { waitsFor: 'message', correlationKey });
    const subscription = { subscriptionKey: instance.key, elementId: id, name: message.name, correlationKey };
    run.commands.push({ type: 'await-message', ...subscription });
  },
  subProcess: (run, instance, element) => {
    arm(run, instance);
    instance.waitsFor = 'children';
    run.underway.push({ flow: null, to: startOf(run.plan, element.id)?.id ?? element.id, scope: instance.key });
  },
};

/** Ends all that is alive in the scope, tokens underway included. */
const terminate = (run: Run, scope: string | null): void => {
  cancelChildren(run, scope);
  run.underway = run.underway.filter((token) => token.scope !== scope);
};

/** The next run of a service task's block. */
export const runBlock = (run: Run, instance: Instance): void => {
  const element = elementOf(run, instance.elementId) as ElementOf<'serviceTask'>;
  instance.runs += 1;
  instance.waitsFor = 'block';
  run.commands.push({
    type: 'run-block',
    blockKey: blockKeyOf(instance),
    elementId: element.id,
    block: element.block,
    input: copyOf(instance.local),
  });
};
