export type PdfErrorCode = 'package-not-allowed' | 'template-failed';

/** A template that cannot be rendered: a mistake of its author, so asking again will not help. */
export class PdfError extends Error {
  readonly code: PdfErrorCode;

  constructor(code: PdfErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'PdfError';
    this.code = code;
  }
}
