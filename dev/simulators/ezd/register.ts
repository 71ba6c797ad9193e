import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stateFile } from '../state-file.ts';

export type EzdCase = {
  id: string;
  znak: string;
  tytul: string;
  idWykaz: string;
  kategoriaArchiwalna: string;
  stan: 'otwarta' | 'zakonczona';
  identyfikatorZewnetrzny?: string;
};
export type EzdDocument = {
  id: string;
  idSprawy: string;
  nazwa: string;
  typ: string;
  rozmiar: number;
  skrot: string;
  identyfikatorZewnetrzny?: string;
};
/** An item of the register of incoming (RPW) or outgoing (RPWych) mail. */
export type EzdMail = {
  id: string;
  numer: string;
  nr: number;
  rok: number;
  tytul: string;
  idSprawy?: string;
  dane: unknown;
  identyfikatorZewnetrzny?: string;
};
type State = {
  numbers: Record<string, number>;
  sprawy: EzdCase[];
  dokumenty: EzdDocument[];
  rpw: EzdMail[];
  wyslane: EzdMail[];
};
type Shared = { identyfikatorZewnetrzny?: string };

/** Either a new item, or the one that bears the same external identifier. */
export type Registered<T> = { item: T; isNew: boolean };

/** Case signs of this department and class begin where the real register of the year stands: the demo's first is 77. */
const firstCase = 76;

export type EzdRegister = ReturnType<typeof ezdRegister>;

/** The office's register, kept in a folder. Each item is confirmed once, however often it is offered. */
export const ezdRegister = (folder: string, year: () => number = () => new Date().getFullYear()) => {
  const { state, save } = stateFile<State>(join(folder, 'ezd.json'), {
    numbers: {},
    sprawy: [],
    dokumenty: [],
    rpw: [],
    wyslane: [],
  });
  const files = resolve(folder, 'ezd-files');
  mkdirSync(files, { recursive: true });

  const nextNumber = (series: string, start = 0): number =>
    (state.numbers[series] = (state.numbers[series] ?? start) + 1);

  const once = <T extends Shared>(list: T[], external: string | undefined, make: () => T): Registered<T> => {
    const known = external ? list.find((item) => item.identyfikatorZewnetrzny === external) : undefined;
    if (known) return { item: known, isNew: false };
    const item = make();
    list.push(item);
    save();
    return { item, isNew: true };
  };

  const mail = (list: EzdMail[], series: 'RPW' | 'RPWych', input: Omit<EzdMail, 'id' | 'numer' | 'nr' | 'rok'>) =>
    once(list, input.identyfikatorZewnetrzny, () => {
      const rok = year();
      const nr = nextNumber(`${series}/${rok}`);
      return { ...input, id: randomUUID(), nr, rok, numer: `${series}/${nr}/${rok}` };
    });

  return {
    state,
    fileOf: (id: string): string => join(files, id),
    openCase: (input: Omit<EzdCase, 'id' | 'znak' | 'stan'>): Registered<EzdCase> =>
      once(state.sprawy, input.identyfikatorZewnetrzny, () => {
        const series = `FN-III.${input.idWykaz}`;
        const rok = year();
        const znak = `${series}.${nextNumber(`${series}.${rok}`, firstCase)}.${rok}`;
        return { ...input, id: randomUUID(), znak, stan: 'otwarta' };
      }),
    closeCase: (sprawa: EzdCase): void => {
      sprawa.stan = 'zakonczona';
      save();
    },
    addDocument: (input: Omit<EzdDocument, 'id' | 'rozmiar' | 'skrot'>, content: Buffer): Registered<EzdDocument> =>
      once(state.dokumenty, input.identyfikatorZewnetrzny, () => {
        const id = randomUUID();
        writeFileSync(join(files, id), content);
        const skrot = createHash('sha256').update(content).digest('hex');
        return { ...input, id, rozmiar: content.length, skrot };
      }),
    receive: (input: Omit<EzdMail, 'id' | 'numer' | 'nr' | 'rok'>) => mail(state.rpw, 'RPW', input),
    send: (input: Omit<EzdMail, 'id' | 'numer' | 'nr' | 'rok'>) => mail(state.wyslane, 'RPWych', input),
  };
};
