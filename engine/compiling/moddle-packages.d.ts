/** The part of bpmn-io's model readers that the compiler uses; they come without types of their own. */
type ModdleRead = {
  rootElement: import('./model.ts').ModelElement;
  warnings: Error[];
};
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<ModdleRead>;
  }
}
declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor();
    fromXML(xml: string): Promise<ModdleRead>;
  }
}
