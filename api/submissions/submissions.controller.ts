import { pipeline } from 'node:stream/promises';
import { Controller, Inject, Req, Res, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Answer, BodyIn } from '../contract.ts';
import { FromBody, FromPath, Serves } from '../contract.ts';
import { submissionsRoutes as routes } from '../contracts/submissions.ts';
import { IdempotencyKey, type KeyedRequest } from '../idempotency.ts';
import { languageOf } from '../problems/language.ts';
import type { ResidentSession, SignedIn } from '../session/signed-in.ts';
import { Resident, Visitor } from '../session/signed-in.ts';
import { DraftsService } from './drafts.service.ts';
import { attachmentDisposition } from './file-name.ts';
import { FilesService } from './files.service.ts';
import { ReceiptsService } from './receipts.service.ts';
import { SubmissionsService } from './submissions.service.ts';
import { UploadInterceptor } from './upload.interceptor.ts';

@Controller()
export class SubmissionsController {
  constructor(
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(FilesService) private readonly files: FilesService,
    @Inject(ReceiptsService) private readonly receipts: ReceiptsService,
    @Inject(SubmissionsService) private readonly submissions: SubmissionsService,
  ) {}

  @Serves(routes.openDraft)
  openDraft(
    @Resident() resident: ResidentSession,
    @FromBody(routes.openDraft) { serviceId, startAnew }: BodyIn<typeof routes.openDraft>,
  ): Promise<Answer<typeof routes.openDraft>> {
    return this.drafts.open(resident, serviceId, startAnew);
  }

  @Serves(routes.saveDraft)
  saveDraft(
    @Resident() resident: ResidentSession,
    @FromPath() id: string,
    @FromBody(routes.saveDraft) body: BodyIn<typeof routes.saveDraft>,
  ): Promise<Answer<typeof routes.saveDraft>> {
    return this.drafts.save(resident, id, body);
  }

  @Serves(routes.attach)
  @UseInterceptors(UploadInterceptor)
  attach(@Resident() resident: ResidentSession, @Req() request: Request): Promise<Answer<typeof routes.attach>> {
    return this.files.attach(resident, request.file!);
  }

  @Serves(routes.submit)
  submit(
    @Resident() resident: ResidentSession,
    @FromBody(routes.submit) filing: BodyIn<typeof routes.submit>,
    @IdempotencyKey() key: KeyedRequest,
    @Req() request: Request,
  ): Promise<Answer<typeof routes.submit>> {
    return this.submissions.submit(resident, filing, key, languageOf(request));
  }

  @Serves(routes.read)
  read(@Resident() resident: ResidentSession, @FromPath() id: string): Promise<Answer<typeof routes.read>> {
    return this.submissions.read(resident, id);
  }

  @Serves(routes.receipt)
  async receipt(
    @Resident() resident: ResidentSession,
    @FromPath() id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.submissions.read(resident, id);
    await this.send(resident, await this.receipts.fileIdOf(id), response);
  }

  @Serves(routes.file)
  async file(@Visitor() visitor: SignedIn | null, @FromPath() id: string, @Res() response: Response): Promise<void> {
    await this.send(visitor, id, response);
  }

  /** Saved, never shown in our own origin; `nosniff` stands on every answer. */
  private async send(reader: SignedIn | null, id: string, response: Response): Promise<void> {
    const file = await this.files.read(reader, id);
    response.set({
      'Content-Type': file.media_type,
      'Content-Length': String(file.size),
      'Content-Disposition': attachmentDisposition(file.name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    });
    await pipeline(file.stream, response).catch((error: NodeJS.ErrnoException) => {
      // The reader closed the page in the middle.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  }
}
