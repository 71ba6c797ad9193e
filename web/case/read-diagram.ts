/** A step or an arrow of a drawn process, as the picture and its words need them. */
export type DrawnStep = { id: string; kind: string; name: string };
export type DrawnFlow = { id: string; from: string; to: string };
export type DrawnProcess = { steps: DrawnStep[]; flows: DrawnFlow[] };

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const isStep = (name: string): boolean => /(Task|Event|Gateway|subProcess|callActivity|^task)$/.test(name);

/** Reads steps and arrows of a BPMN file in the order of the file; drawing itself is bpmn-js's part. */
export const readDiagram = (xml: string): DrawnProcess => {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const elements = [...document.getElementsByTagNameNS(bpmn, '*')];
  const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
  return {
    steps: elements
      .filter((element) => isStep(element.localName) && element.hasAttribute('id'))
      .map((element) => ({
        id: attribute(element, 'id'),
        kind: element.localName,
        name: attribute(element, 'name').replace(/\s+/g, ' ').trim(),
      })),
    flows: elements
      .filter((element) => element.localName === 'sequenceFlow')
      .map((element) => ({
        id: attribute(element, 'id'),
        from: attribute(element, 'sourceRef'),
        to: attribute(element, 'targetRef'),
      })),
  };
};
