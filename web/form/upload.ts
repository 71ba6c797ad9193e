import type { FileRef } from '../api/types.ts';
import { csrf } from '../api/csrf.ts';
import { ApiProblem, Unreachable } from '../api/problem.ts';
import type { Problem } from '#api/contracts/basics';
import { language } from '../texts/language.ts';

/** What the office takes: PDF, JPG and PNG, each up to 25 MB. The API looks at the content again. */
export const accepted = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png';
export const largest = 25 * 1024 * 1024;

export type UploadFault = 'empty' | 'large' | 'type';

/** What is wrong with a file before it is sent; the upload of 100 MB only to hear “too large” helps nobody. */
export const faultOf = (file: Pick<File, 'name' | 'size'>): UploadFault | null => {
  if (file.size === 0) return 'empty';
  if (file.size > largest) return 'large';
  return /\.(pdf|jpe?g|png)$/i.test(file.name) ? null : 'type';
};

/** Sends a file and tells how much has gone. XMLHttpRequest, because `fetch` reports no progress of sending. */
export const upload = (file: File, onProgress: (share: number) => void): Promise<FileRef> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.responseType = 'json';
    request.setRequestHeader('Accept-Language', language());
    const token = csrf.get();
    if (token !== null) request.setRequestHeader('X-CSRF-Token', token);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new Unreachable());
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as FileRef);
      else reject(problemOf(request));
    };
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });

const problemOf = (request: XMLHttpRequest): ApiProblem => {
  const body = request.response as Problem | null;
  return new ApiProblem(body ?? { type: 'about:blank', title: '', status: request.status, code: 'unknown' });
};
