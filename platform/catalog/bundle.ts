import { z } from 'zod';

const bothLanguages = z.strictObject({ pl: z.string().min(1), en: z.string().min(1) });
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens');
const jsonObject = z.record(z.string(), z.unknown());

/** `service.json`: who, where, fee, term, legal basis, category, languages, identity level, JRWA class, retention. */
export const serviceFile = z.strictObject({
  /** The name of the folder. */
  id: slug,
  title: bothLanguages,
  /** What a resident gets, in one plain sentence. */
  promise: bothLanguages,
  category: slug,
  keywords: z.array(z.string().min(1)),
  /** True when the form may be filed here; false for a card that only informs. */
  online: z.boolean(),
  /** For whom it may be filed here, where the law says so; left out, for people and companies alike. */
  filedFor: z
    .array(z.enum(['person', 'company']))
    .min(1)
    .optional(),
  languages: z.array(z.enum(['pl', 'en'])).min(1),
  identityLevel: z.enum(['low', 'substantial', 'high']),
  /** Unit and JRWA class of the case sign, and the archive category: `FN-III`, `3120`, `B10`. */
  records: z.strictObject({
    unit: z.string().min(1),
    jrwa: z.string().regex(/^\d{2,5}$/),
    retention: z.string().min(1),
  }),
  /** The time that the office has for the case (Ordynacja podatkowa, art. 139). */
  caseTerm: z.strictObject({ unit: z.enum(['day', 'month']), count: z.int().min(1) }),
  who: bothLanguages,
  where: bothLanguages,
  fee: bothLanguages,
  term: bothLanguages,
  documents: z.array(bothLanguages),
  result: bothLanguages,
  appeal: bothLanguages,
  legalBasis: z.array(bothLanguages),
  reviewedOn: z.iso.date(),
});
export type ServiceFile = z.infer<typeof serviceFile>;

/** `form.*` or `tasks/<key>.*`: `.schema.json`, `.ui.json`, `.texts.pl.json`, `.texts.en.json`. */
const formFiles = z.strictObject({
  schema: jsonObject,
  ui: jsonObject,
  texts: z.strictObject({ pl: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
});
export type FormFiles = z.infer<typeof formFiles>;

/** A service as one value: what its folder in `catalog/` holds, what `service_versions.bundle` keeps, what the kernel compiles. */
export const bundle = z.strictObject({
  service: serviceFile,
  /** Markdown of `article.pl.md` and `article.en.md`. */
  article: bothLanguages,
  form: formFiles,
  /** The clerks' and residents' task forms, by the key that the diagram names. */
  tasks: z.record(z.string(), formFiles),
  /** XML of `process.bpmn`. */
  process: z.string().min(1),
  /** XML of `decisions/<key>.dmn`. */
  decisions: z.record(z.string(), z.string()),
  /** Typst of `letters/<key>.typ`. */
  letters: z.record(z.string(), z.string()),
});
export type Bundle = z.infer<typeof bundle>;
