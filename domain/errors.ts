/** What a caller of the law may get wrong; each is a mistake of the program or of imported data, not of a resident. */
export type DomainErrorCode =
  | 'amount-invalid'
  | 'decimal-invalid'
  | 'date-invalid'
  | 'division-by-zero'
  | 'months-invalid'
  | 'share-invalid'
  | 'height-factor-invalid'
  | 'base-missing'
  | 'rate-missing'
  | 'class-unknown'
  | 'transition-not-allowed'
  | 'virtual-account-invalid';

/** Thrown by the pure room when its arguments make no sense; expected outcomes (a wrong PESEL) are values instead. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: DomainErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}
