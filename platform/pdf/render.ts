import { readFile } from 'node:fs/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fromRoot } from '../project-root.ts';
import { PdfError } from './errors.ts';

/** Typst source that begins with `#import "/letter.typ": *` and reads `data`: as text, or a file of the project. */
type Template = { template: string; templatePath?: undefined } | { templatePath: string; template?: undefined };

export type PdfInput = Template & {
  /** Plain JSON. It reaches the template as a text beside it and is never part of the source. */
  data: unknown;
  title: string;
  lang: 'pl' | 'en';
  /** Written into the file; the same input at the same moment gives the same bytes. Now, when it is left out. */
  createdAt?: Date;
};

/** Templates see this folder alone: what they share lies there, and nothing else can be read. */
const workspace = fromRoot('platform/pdf/workspace');
let compiler: NodeCompiler | undefined;

/** A letter as accessible PDF for the archive: PDF/A-2b with tags, made in this process, without network. */
export const renderPdf = async ({
  data,
  title,
  lang,
  createdAt = new Date(),
  ...from
}: PdfInput): Promise<Uint8Array> => {
  const template = from.template ?? (await readFile(fromRoot(from.templatePath), 'utf8'));
  // Packages would be fetched from the network; a letter must look the same on any day.
  if (/["']@[\w-]+\//.test(template)) throw new PdfError('package-not-allowed', title);
  compiler ??= NodeCompiler.create({ workspace });
  const inputs = { data: JSON.stringify(data), title, lang };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  const document = compiled.result;
  if (!document) {
    const found = compiled.takeDiagnostics();
    throw new PdfError('template-failed', `${title}: ${describe(found ? compiler.fetchDiagnostics(found) : [])}`);
  }
  const creationTimestamp = Math.floor(createdAt.getTime() / 1000);
  const pdf = compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp });
  // Compiled pieces of letters long gone must not fill the memory.
  compiler.evictCache(30);
  return new Uint8Array(pdf);
};

const describe = (diagnostics: { message?: string }[]): string =>
  diagnostics.map(({ message }) => message).join('; ') || 'unknown';
