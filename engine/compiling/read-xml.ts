import type { Problem } from '../contract.ts';
import { problem } from '../problems.ts';
import type { ModelElement } from './model.ts';

/** Larger than any diagram that a person draws: the 200-element processes known to us have 300 kB. */
const longestXml = 5_000_000;

export type ModelRead = { root: ModelElement | null; problems: Problem[] };

type Reader = { fromXML(xml: string): Promise<{ rootElement: ModelElement; warnings: Error[] }> };

/** XML into model elements. Entities and document types are not read, so a bomb or a foreign file does nothing. */
export const readXml = async (reader: Reader, file: string, xml: string): Promise<ModelRead> => {
  const unreadable = (detail: string) => problem('xml-unreadable', null, { file, detail: detail.slice(0, 200) });
  if (xml.length > longestXml) return { root: null, problems: [unreadable(`> ${longestXml} B`)] };
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return { root: null, problems: [unreadable('DOCTYPE')] };
  try {
    const { rootElement, warnings } = await reader.fromXML(xml);
    return { root: rootElement, problems: warnings.map(({ message }) => unreadable(message)) };
  } catch (error) {
    return { root: null, problems: [unreadable(error instanceof Error ? error.message : String(error))] };
  }
};
