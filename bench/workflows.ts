/** What the bench's worker runs: the office's own workflows, and the same case as straight code. */
export * from '#workflows/index';
export { handWrittenCase } from './hand-written.ts';
