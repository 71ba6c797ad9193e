import { z } from 'zod';
import { bothLanguages } from './basics.ts';
import { route } from './route.ts';

export const serviceSummary = z.object({
  id: z.string(),
  version: z.int(),
  title: bothLanguages,
  promise: bothLanguages,
  category: z.string(),
  keywords: z.array(z.string()),
  online: z.boolean(),
  /** For whom it may be filed here. */
  filedFor: z.array(z.enum(['person', 'company'])),
});

export const serviceCard = serviceSummary.extend({
  who: bothLanguages,
  where: bothLanguages,
  fee: bothLanguages,
  term: bothLanguages,
  documents: z.array(bothLanguages),
  result: bothLanguages,
  appeal: bothLanguages,
  legalBasis: z.array(bothLanguages),
  reviewedOn: z.iso.date(),
  /** Markdown. */
  article: bothLanguages,
});

/** A form as `forms/` understands it; texts are keyed by language inside. */
export const serviceForm = z.object({
  serviceId: z.string(),
  version: z.int(),
  title: bothLanguages,
  schema: z.record(z.string(), z.unknown()),
  ui: z.record(z.string(), z.unknown()),
  texts: z.object({ pl: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
});

export const servicesRoutes = {
  list: route({
    method: 'GET',
    path: '/services',
    summary: 'Services of the knowledge base, found by words of their title, summary and keywords',
    who: 'anyone',
    query: z.object({ q: z.string().max(200).optional() }),
    response: z.object({ items: z.array(serviceSummary) }),
  }),
  card: route({
    method: 'GET',
    path: '/services/{id}',
    summary: 'Card of a service',
    who: 'anyone',
    response: serviceCard,
    problems: ['not-found'],
  }),
  form: route({
    method: 'GET',
    path: '/services/{id}/versions/{version}/form',
    summary: 'Form of a version',
    who: 'anyone',
    response: serviceForm,
    problems: ['not-found'],
  }),
  /** An ES module made when the version was published; `linkValidator` of `forms/` makes it a validator without eval. */
  validator: route({
    method: 'GET',
    path: '/services/{id}/versions/{version}/validator.js',
    summary: 'Validator of a version’s form as a module for the browser',
    who: 'anyone',
    produces: 'text/javascript',
    response: z.unknown(),
    problems: ['not-found'],
  }),
  taskValidator: route({
    method: 'GET',
    path: '/services/{id}/versions/{version}/tasks/{task}/validator.js',
    summary: 'Validator of a task form of a version as a module for the browser',
    who: 'anyone',
    produces: 'text/javascript',
    response: z.unknown(),
    problems: ['not-found'],
  }),
};
