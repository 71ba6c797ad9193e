import { Controller, Get, Header } from '@nestjs/common';
import { OpenDoor } from './session/open-door.ts';
import { openApiDocument } from './openapi.ts';

@Controller()
export class OpenApiController {
  private readonly document = JSON.stringify(openApiDocument());

  @Get('openapi.json')
  @OpenDoor()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=60')
  read(): string {
    return this.document;
  }
}
