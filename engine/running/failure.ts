/** Why an element cannot go on; caught where the element is entered or left, and turned into an incident. */
export class ElementFailure extends Error {
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}
