import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import type { Observable } from 'rxjs';
import { finalize } from 'rxjs';
import { ProblemError } from '../problems/problem-error.ts';

export const largestFile = 25 * 1024 * 1024;

const receive = multer({
  dest: tmpdir(),
  limits: { fileSize: largestFile, files: 1, fields: 5, fieldSize: 1000, parts: 6 },
  // Browsers send names as UTF-8.
  defParamCharset: 'utf8',
}).single('file');

/** Takes the one file of a multipart request to a temporary file, which is gone when the handler ends. */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    if (!request.is('multipart/form-data')) throw new ProblemError('media-type-wrong');
    await new Promise<void>((resolve, reject) => {
      receive(request, response, (error: unknown) => (error ? reject(asProblem(error)) : resolve()));
    });
    const { file } = request;
    if (!file) throw new ProblemError('file-missing');
    return next.handle().pipe(finalize(() => void rm(file.path, { force: true })));
  }
}

const asProblem = (error: unknown): Error => {
  if (error instanceof MulterError)
    return new ProblemError(error.code === 'LIMIT_FILE_SIZE' ? 'file-too-large' : 'invalid-request');
  // Busboy's own words for a body that is no multipart or ends in the middle.
  return /multipart|boundary|end of form|Request (aborted|closed)/i.test((error as Error).message)
    ? new ProblemError('invalid-request')
    : (error as Error);
};
