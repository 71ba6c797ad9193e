import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import type { Flow, PlanElement } from '../plan.ts';
import { problem } from '../problems.ts';
import type { Reading } from './expressions.ts';
import { readExpression } from './expressions.ts';
import type { ModelElement } from './model.ts';
import { element, elements, nameOf, text } from './model.ts';
import { readElement } from './read-element.ts';
import { readXml } from './read-xml.ts';

export type Diagram = {
  processId: string;
  name: string | null;
  elements: { [id: string]: PlanElement };
  flows: { [id: string]: Flow };
};

/** The only executable process of a BPMN file. Null when there is none. */
export const readDiagram = async (reading: Reading, xml: string): Promise<Diagram | null> => {
  const { root, problems } = await readXml(new BpmnModdle({ zeebe }), 'process.bpmn', xml);
  reading.problems.push(...problems);
  if (!root) return null;
  const executable = elements(root['rootElements']).filter(
    (found) => found.$type === 'bpmn:Process' && found['isExecutable'] === true,
  );
  if (executable.length > 1) reading.problems.push(problem('several-processes', null));
  const [process] = executable;
  if (!process) {
    reading.problems.push(problem('no-process', null));
    return null;
  }
  const diagram: Diagram = { processId: process.id ?? '', name: text(process.name) ?? null, elements: {}, flows: {} };
  readLevel(reading, diagram, process, null);
  // By the flows' own ends: the references from an element to its flows are optional in BPMN.
  for (const { id, from, to } of Object.values(diagram.flows)) {
    diagram.elements[from]?.outgoing.push(id);
    diagram.elements[to]?.incoming.push(id);
  }
  for (const found of Object.values(diagram.elements))
    if (found.type === 'boundaryEvent') diagram.elements[found.attachedTo]?.boundary.push(found.id);
  return diagram;
};

/** What the picture has beside the flow; it means nothing to the kernel. */
const pictureOnly = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

/** The elements of a process or sub-process, and those inside. */
const readLevel = (reading: Reading, diagram: Diagram, container: ModelElement, parent: string | null): void => {
  for (const drawn of elements(container['flowElements'])) {
    if (pictureOnly.has(drawn.$type)) continue;
    if (drawn.$type === 'bpmn:SequenceFlow') {
      const flow = readFlow(reading, drawn);
      if (flow) diagram.flows[flow.id] = flow;
      continue;
    }
    const read = readElement(reading, drawn, parent);
    if (read) diagram.elements[read.id] = read;
    if (read?.type === 'subProcess') readLevel(reading, diagram, drawn, read.id);
  }
};

const readFlow = (reading: Reading, drawn: ModelElement): Flow | null => {
  const from = element(drawn['sourceRef'])?.id;
  const to = element(drawn['targetRef'])?.id;
  if (from === undefined || to === undefined) {
    reading.problems.push(problem('broken-flow', drawn.id ?? null, { name: nameOf(drawn) }));
    return null;
  }
  const condition = text(element(drawn['conditionExpression'])?.['body']);
  return {
    id: drawn.id ?? '',
    name: text(drawn.name) ?? null,
    from,
    to,
    condition: condition === undefined ? null : readExpression(reading, drawn, condition),
  };
};
