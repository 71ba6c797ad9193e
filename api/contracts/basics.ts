import { z } from 'zod';

export const id = z.uuid();
export const plainDate = z.iso.date().describe('Local date in Europe/Warsaw');
export const instant = z.iso.datetime({ offset: true });
export const grosze = z.int().describe('Amount in grosz, 100 to the złoty');
export const bothLanguages = z.object({ pl: z.string(), en: z.string() });
export const answers = z.record(z.string(), z.unknown());
export const empty = z.object({});

/** A page of a list that goes on: `next` is the cursor of the following page, null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** RFC 9457; `errors` name each faulty field as a JSON pointer, with a sentence in the reader's language. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
