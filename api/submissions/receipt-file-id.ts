import { createHash } from 'node:crypto';

/** One receipt for a submission: its file's id follows from the submission's, so that making it twice is making it once. */
export const receiptFileId = (submissionId: string): string => {
  const hex = createHash('sha256').update(`receipt/${submissionId}`).digest('hex');
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
};
