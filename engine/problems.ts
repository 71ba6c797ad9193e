import type { Problem } from './contract.ts';

type Texts = { message: [pl: string, en: string]; remedy: [pl: string, en: string] };

/** Every problem that compiling can find: `{…}` is filled in. The code is the key, so a new problem begins here. */
const catalogue = {
  'xml-unreadable': {
    message: ['Plik {file} nie jest poprawnym XML: {detail}', 'The file {file} is not sound XML: {detail}'],
    remedy: ['Zapisz model ponownie w programie Camunda Modeler.', 'Save the model again in Camunda Modeler.'],
  },
  'no-process': {
    message: ['Diagram nie ma procesu do uruchomienia.', 'The diagram has no process to run.'],
    remedy: ['Oznacz jeden proces jako wykonywalny (isExecutable).', 'Mark one process as executable (isExecutable).'],
  },
  'several-processes': {
    message: ['Diagram ma kilka procesów wykonywalnych.', 'The diagram has several executable processes.'],
    remedy: ['Zostaw jeden proces wykonywalny.', 'Leave one process executable.'],
  },
  'unsupported-element': {
    message: ['Element „{name}” ({type}) nie jest wykonywany.', 'The element “{name}” ({type}) is not executed.'],
    remedy: ['Zastąp go elementem z palety.', 'Replace it by an element of the palette.'],
  },
  'unsupported-feature': {
    message: [
      'Element „{name}” używa {feature}, co nie jest wykonywane.',
      'The element “{name}” uses {feature}, which is not executed.',
    ],
    remedy: ['Usuń tę cechę albo narysuj ją inaczej.', 'Remove it or draw it in another way.'],
  },
  'missing-attribute': {
    message: ['Elementowi „{name}” brakuje: {attribute}.', 'The element “{name}” lacks {attribute}.'],
    remedy: ['Uzupełnij to pole w panelu właściwości.', 'Fill in that field in the properties panel.'],
  },
  'no-start': {
    message: [
      '„{name}” nie ma dokładnie jednego zdarzenia początkowego.',
      '“{name}” does not have exactly one start event.',
    ],
    remedy: ['Zostaw jedno zwykłe zdarzenie początkowe.', 'Leave one plain start event.'],
  },
  unreachable: {
    message: ['Do elementu „{name}” nie prowadzi żadna droga.', 'No way leads to the element “{name}”.'],
    remedy: ['Połącz go z procesem albo usuń.', 'Connect it with the process or remove it.'],
  },
  'dead-end': {
    message: ['Za elementem „{name}” proces urywa się.', 'The process breaks off after the element “{name}”.'],
    remedy: ['Poprowadź przepływ dalej albo do zdarzenia końcowego.', 'Draw a flow onward or to an end event.'],
  },
  'broken-flow': {
    message: ['Przepływ „{name}” nie łączy dwóch elementów.', 'The flow “{name}” does not connect two elements.'],
    remedy: ['Narysuj go od nowa.', 'Draw it again.'],
  },
  'branch-without-condition': {
    message: [
      'Gałąź „{branch}” bramki „{name}” nie ma warunku.',
      'The branch “{branch}” of the gateway “{name}” has no condition.',
    ],
    remedy: ['Dodaj warunek FEEL albo uczyń ją domyślną.', 'Add a FEEL condition or make it the default one.'],
  },
  'unknown-block': {
    message: [
      'Zadanie „{name}” wymaga nieznanego bloku „{block}”.',
      'The task “{name}” asks for the unknown block “{block}”.',
    ],
    remedy: ['Wybierz jeden z bloków: {known}.', 'Choose one of the blocks: {known}.'],
  },
  'unknown-block-input': {
    message: [
      'Blok „{block}” zadania „{name}” nie zna wejścia „{input}”.',
      'The block “{block}” of the task “{name}” knows no input “{input}”.',
    ],
    remedy: ['Usuń to mapowanie lub popraw nazwę.', 'Remove that mapping or mend its name.'],
  },
  'missing-block-input': {
    message: [
      'Blok „{block}” zadania „{name}” wymaga wejścia „{input}”.',
      'The block “{block}” of the task “{name}” needs the input “{input}”.',
    ],
    remedy: ['Dodaj mapowanie wejścia.', 'Add an input mapping.'],
  },
  'unknown-error': {
    message: [
      'Blok „{block}” nie zgłasza błędu „{error}”, na który czeka „{name}”.',
      'The block “{block}” raises no error “{error}”, which “{name}” waits for.',
    ],
    remedy: ['Wybierz jeden z błędów bloku: {known}.', 'Choose one of the block’s errors: {known}.'],
  },
  'nobody-assigned': {
    message: ['Zadanie „{name}” nie ma grupy ani osoby.', 'The task “{name}” has neither a group nor a person.'],
    remedy: ['Wpisz grupę kandydatów albo wykonawcę.', 'Give candidate groups or an assignee.'],
  },
  'unknown-form': {
    message: [
      'Zadanie „{name}” wskazuje nieznany formularz „{form}”.',
      'The task “{name}” names the unknown form “{form}”.',
    ],
    remedy: [
      'Dodaj plik tasks/{form}.schema.json albo popraw nazwę.',
      'Add the file tasks/{form}.schema.json or mend the name.',
    ],
  },
  'unknown-decision': {
    message: ['„{name}” pyta o nieznaną decyzję „{decision}”.', '“{name}” asks for the unknown decision “{decision}”.'],
    remedy: ['Dodaj tabelę o tym identyfikatorze w decisions/.', 'Add a table with that id to decisions/.'],
  },
  'duplicate-decision': {
    message: ['Decyzja „{decision}” jest zdefiniowana dwa razy.', 'The decision “{decision}” is defined twice.'],
    remedy: ['Nadaj decyzjom różne identyfikatory.', 'Give the decisions different ids.'],
  },
  'circular-decision': {
    message: ['Decyzja „{decision}” wymaga samej siebie.', 'The decision “{decision}” requires itself.'],
    remedy: ['Przerwij krąg wymagań.', 'Break the circle of requirements.'],
  },
  'unsupported-decision': {
    message: [
      'Decyzja „{decision}” używa {feature}, co nie jest wykonywane.',
      'The decision “{decision}” uses {feature}, which is not executed.',
    ],
    remedy: ['Zapisz ją jako tabelę lub wyrażenie FEEL.', 'Write it as a table or a FEEL expression.'],
  },
  'feel-syntax': {
    message: [
      'Wyrażenie w „{name}” nie jest poprawnym FEEL: {place}',
      'The expression in “{name}” is not sound FEEL: {place}',
    ],
    remedy: ['Popraw je w miejscu ⟨?⟩.', 'Mend it at ⟨?⟩.'],
  },
  'feel-foreign': {
    message: [
      'Wyrażenie „{text}” w „{name}” nie jest w języku FEEL.',
      'The expression “{text}” in “{name}” is not in FEEL.',
    ],
    remedy: ['Zapisz je jako: {hint}', 'Write it as: {hint}'],
  },
  'no-expression': {
    message: ['„{text}” w „{name}” nie jest wyrażeniem.', '“{text}” in “{name}” is no expression.'],
    remedy: ['Wyrażenie zaczyna się od znaku =.', 'An expression begins with =.'],
  },
  'bad-time': {
    message: [
      '„{text}” w „{name}” nie jest datą ani czasem trwania.',
      '“{text}” in “{name}” is neither a date nor a duration.',
    ],
    remedy: [
      'Wpisz datę ISO, czas trwania (P7D) albo wyrażenie FEEL.',
      'Write an ISO date, a duration (P7D) or a FEEL expression.',
    ],
  },
  'unknown-field': {
    message: [
      '„{name}” odwołuje się do pola {path}, którego nie ma w formularzu.',
      '“{name}” names the field {path}, which the form does not have.',
    ],
    remedy: ['Popraw nazwę; pola obok: {known}.', 'Mend the name; fields beside it: {known}.'],
  },
  'whole-form': {
    message: ['„{name}” używa całego formularza.', '“{name}” uses the whole form.'],
    remedy: [
      'Wskaż potrzebne pola (form.pole): do sprawy trafia tylko to, co potrzebne.',
      'Name the fields that are needed (form.field): only those enter the case.',
    ],
  },
} satisfies Record<string, Texts>;

export type ProblemCode = keyof typeof catalogue;

/** The problem in both languages. */
export const problem = (
  code: ProblemCode,
  elementId: string | null,
  values: { [name: string]: string } = {},
): Problem => {
  const { message, remedy }: Texts = catalogue[code];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const both = ([pl, en]: [string, string]) => ({ pl: fill(pl), en: fill(en) });
  return { code, elementId, message: both(message), remedy: both(remedy) };
};
