import { compile, type Sources } from '#engine/compile';
import type { CompileBundle } from '#platform/catalog/load';

/** The kernel's compiler, fed from a service's bundle. */
export const compileBundle: CompileBundle = ({ process, decisions, tasks, form }) =>
  compile({
    processXml: process,
    decisions,
    forms: Object.fromEntries(Object.entries(tasks).map(([key, { schema }]) => [key, schema])) as Sources['forms'],
    formSchema: form.schema as Sources['formSchema'],
  });
