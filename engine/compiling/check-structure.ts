import type { Problem } from '../contract.ts';
import type { PlanElement } from '../plan.ts';
import { problem } from '../problems.ts';
import type { Diagram } from './read-diagram.ts';

/** Whether tokens can come to each element and go on from it. */
export const checkStructure = (diagram: Diagram): Problem[] => {
  const all = Object.values(diagram.elements);
  const levels = [null, ...all.filter(({ type }) => type === 'subProcess').map(({ id }) => id)];
  const starts = levels.flatMap((level) => checkStart(diagram, level));
  return [
    ...starts,
    ...all.flatMap((element) => [...checkWays(diagram, element), ...checkGateway(diagram, element)]),
    ...unreachable(diagram),
  ];
};

const label = ({ name, id }: { name: string | null; id: string }) => name ?? id;

const checkStart = (diagram: Diagram, level: string | null): Problem[] => {
  const starts = Object.values(diagram.elements).filter(
    ({ type, parent }) => type === 'startEvent' && parent === level,
  );
  if (starts.length === 1) return [];
  const owner = level === null ? undefined : diagram.elements[level];
  return [problem('no-start', level, { name: owner ? label(owner) : (diagram.name ?? diagram.processId) })];
};

const checkWays = (diagram: Diagram, element: PlanElement): Problem[] => {
  const ends = element.type === 'endEvent';
  if (ends || element.outgoing.some((id) => diagram.flows[id])) return [];
  return [problem('dead-end', element.id, { name: label(element) })];
};

const checkGateway = (diagram: Diagram, gateway: PlanElement): Problem[] => {
  if (gateway.type !== 'exclusiveGateway' || gateway.outgoing.length < 2) return [];
  const branches = gateway.outgoing.flatMap((id) => diagram.flows[id] ?? []);
  const bare = branches.filter(({ id, condition }) => condition === null && id !== gateway.default);
  const name = label(gateway);
  return bare.map((branch) => problem('branch-without-condition', gateway.id, { name, branch: label(branch) }));
};

/** Everything that no token comes to from the start: by flows, boundary events and into sub-processes. */
const unreachable = (diagram: Diagram): Problem[] => {
  const all = Object.values(diagram.elements);
  const reached = new Set<string>();
  const open = all.filter(({ type, parent }) => type === 'startEvent' && parent === null);
  for (let element = open.pop(); element; element = open.pop()) {
    if (reached.has(element.id)) continue;
    reached.add(element.id);
    const { id, outgoing, boundary, type } = element;
    const next = [...outgoing.flatMap((flow) => diagram.flows[flow]?.to ?? []), ...boundary];
    const inside =
      type === 'subProcess' ? all.filter((child) => child.parent === id && child.type === 'startEvent') : [];
    open.push(...next.flatMap((to) => diagram.elements[to] ?? []), ...inside);
  }
  return all
    .filter(({ id }) => !reached.has(id))
    .map((element) => problem('unreachable', element.id, { name: label(element) }));
};
