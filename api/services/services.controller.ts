import { Controller, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { validatorModule } from '#forms/compile-validator';
import type { Form } from '#forms/form';
import type { Bundle } from '#platform/catalog/bundle';
import type { Answer, QueryIn } from '../contract.ts';
import { FromQuery, Serves } from '../contract.ts';
import { casesRoutes } from '../contracts/cases.ts';
import { servicesRoutes as routes } from '../contracts/services.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { filedForOf } from './filed-for.ts';
import { ServicesRepository, type Version } from './services.repository.ts';

/** The knowledge base. What belongs to one version never changes, so browsers may keep it. */
@Controller()
export class ServicesController {
  private readonly modules = new WeakMap<object, string>();

  constructor(@Inject(ServicesRepository) private readonly services: ServicesRepository) {}

  @Serves(routes.list)
  async list(@FromQuery(routes.list) { q }: QueryIn<typeof routes.list>): Promise<Answer<typeof routes.list>> {
    const words = (q ?? '').split(/\s+/).filter(Boolean);
    return { items: (await this.services.search(words)).map(summary) };
  }

  @Serves(routes.card)
  async card(@Param('id') id: string): Promise<Answer<typeof routes.card>> {
    const version = await this.services.current(id);
    if (!version) throw new ProblemError('not-found');
    const { who, where, fee, term, documents, result, appeal, legalBasis, reviewedOn } = version.bundle.service;
    const card = { who, where, fee, term, documents, result, appeal, legalBasis, reviewedOn };
    return { ...summary(version), ...card, article: version.bundle.article };
  }

  @Serves(routes.form)
  async form(
    @Param('id') serviceId: string,
    @Param('version') versionText: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<typeof routes.form>> {
    const { version, bundle } = await this.version(serviceId, versionText, response);
    return { serviceId, version, title: bundle.service.title, ...bundle.form };
  }

  @Serves(casesRoutes.diagram)
  async diagram(
    @Param('id') serviceId: string,
    @Param('version') versionText: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<typeof casesRoutes.diagram>> {
    return { xml: (await this.version(serviceId, versionText, response)).bundle.process };
  }

  @Serves(routes.validator)
  async validator(
    @Param('id') id: string,
    @Param('version') versionText: string,
    @Res() response: Response,
  ): Promise<void> {
    const { bundle } = await this.version(id, versionText, response);
    this.sendModule(response, bundle.form);
  }

  @Serves(routes.taskValidator)
  async taskValidator(
    @Param('id') id: string,
    @Param('version') versionText: string,
    @Param('task') task: string,
    @Res() response: Response,
  ): Promise<void> {
    const { bundle } = await this.version(id, versionText, response);
    const form = Object.hasOwn(bundle.tasks, task) ? bundle.tasks[task] : undefined;
    if (!form) throw new ProblemError('not-found');
    this.sendModule(response, form);
  }

  private async version(id: string, text: string, response: Response): Promise<{ version: number; bundle: Bundle }> {
    const version = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
    const bundle = version ? await this.services.bundle(id, version) : null;
    if (!bundle) throw new ProblemError('not-found');
    response.setHeader('Cache-Control', 'public, max-age=300');
    return { version, bundle };
  }

  private sendModule(response: Response, form: Bundle['form']): void {
    const code = this.modules.get(form) ?? validatorModule(form as Form);
    this.modules.set(form, code);
    response.type('text/javascript').send(code);
  }
}

const summary = ({ serviceId, version, bundle }: Version) => {
  const { title, promise, category, keywords, online } = bundle.service;
  const filedFor = filedForOf(bundle.service);
  return { id: serviceId, version, title, promise, category, keywords, online, filedFor };
};
