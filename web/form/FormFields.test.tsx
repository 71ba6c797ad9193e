import { beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { createValidator } from '#forms/compile-validator';
import type { Answers, Form } from '#forms/form';
import { validateWith } from '#forms/validate-with';
import { startTexts } from '../texts/index.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormFields, type FieldFault } from './FormFields.tsx';
import { summaryErrors } from './summary-errors.ts';

const form: Form = {
  schema: {
    type: 'object',
    properties: {
      you: {
        type: 'object',
        properties: {
          pesel: { type: 'string', format: 'pesel', title: 'pesel', description: 'pesel.help' },
          kind: { type: 'string', title: 'kind', enum: ['owner', 'coOwner'] },
          reason: { type: 'string', title: 'reason' },
          truth: { type: 'boolean', const: true, title: 'truth' },
          rooms: {
            type: 'array',
            title: 'rooms',
            items: {
              type: 'object',
              properties: {
                area: { type: 'string', format: 'area', title: 'area' },
                low: { type: 'boolean', title: 'low' },
                lowArea: { type: 'string', format: 'area', title: 'lowArea' },
              },
              required: ['area'],
            },
          },
        },
        required: ['pesel', 'kind', 'truth'],
      },
    },
  },
  ui: {
    you: {
      reason: { 'x-show': 'page.kind = "coOwner"' },
      rooms: {
        'x-row-title': 'room',
        items: { area: { 'x-unit': 'm²' }, lowArea: { 'x-show': 'row.low = true', 'x-require': 'row.low = true' } },
      },
    },
  },
  texts: {
    pl: {
      pesel: 'Numer PESEL',
      'pesel.help': '11 cyfr.',
      kind: 'Kim jesteś?',
      'kind.owner': 'Właścicielem',
      'kind.coOwner': 'Współwłaścicielem',
      reason: 'Powód',
      truth: 'Dane są prawdziwe',
      rooms: 'Pomieszczenia',
      room: 'Pomieszczenie {n}',
      area: 'Powierzchnia',
      low: 'Niskie',
      lowArea: 'W tym niska',
    },
    en: {},
  },
};
const validator = createValidator(form);

const Page = ({ onAnswers }: { onAnswers?: (answers: Answers) => void }) => {
  const [answers, setAnswers] = useState<Answers>({});
  const [errors, setErrors] = useState<FieldFault[]>([]);
  const check = (): void => {
    const outcome = validateWith(validator, form, answers, { lang: 'pl', page: 'you' });
    setErrors(outcome.ok ? [] : outcome.errors);
    if (outcome.ok) onAnswers?.(outcome.answers);
  };
  return (
    <>
      <ErrorSummary errors={summaryErrors(errors)} />
      <FormFields form={form} page="you" answers={answers} errors={errors} onChange={setAnswers} />
      <button onClick={check}>Dalej</button>
    </>
  );
};

describe('fields of a form', () => {
  beforeAll(() => startTexts('pl'));

  it('put each error at its field and in a summary that takes the focus and leads there', async () => {
    const user = userEvent.setup();
    render(<Page />);
    await user.type(screen.getByLabelText('Numer PESEL'), '44051401358');
    await user.click(screen.getByText('Dalej'));
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    const pesel = screen.getByLabelText('Numer PESEL');
    expect(pesel.getAttribute('aria-invalid')).toBe('true');
    const described = pesel
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => document.getElementById(id)!.textContent);
    expect(described[0]).toBe('11 cyfr.');
    expect(described[1]).toContain('Cyfra kontrolna');
    await user.click(within(summary).getByText(/Cyfra kontrolna/));
    expect(document.activeElement).toBe(pesel);
    await user.click(within(summary).getByText(/Kim jesteś/));
    expect(document.activeElement).toBe(screen.getByLabelText('Właścicielem'));
    cleanup();
  });

  it('leave the focus where it is while a person types a correction', async () => {
    const user = userEvent.setup();
    render(<Page />);
    await user.type(screen.getByLabelText('Numer PESEL'), '440');
    await user.click(screen.getByText('Dalej'));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    const pesel = screen.getByLabelText('Numer PESEL') as HTMLInputElement;
    await user.click(pesel);
    await user.keyboard('51401359');
    expect(document.activeElement).toBe(pesel);
    expect(pesel.value).toBe('44051401359');
    cleanup();
  });

  it('tick no declaration by themselves, and keep only what was answered', async () => {
    const user = userEvent.setup();
    const given: Answers[] = [];
    render(<Page onAnswers={(answers) => given.push(answers)} />);
    expect((screen.getByLabelText('Dane są prawdziwe') as HTMLInputElement).checked).toBe(false);
    await user.type(screen.getByLabelText('Numer PESEL'), '44 051 401 359');
    await user.click(screen.getByLabelText('Właścicielem'));
    await user.click(screen.getByLabelText('Dane są prawdziwe'));
    await user.click(screen.getByText('Dalej'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(given).toEqual([{ you: { pesel: '44051401359', kind: 'owner', truth: true } }] as Answers[]);
    cleanup();
  });

  it('ask only what the answers call for', async () => {
    const user = userEvent.setup();
    render(<Page />);
    expect(screen.queryByLabelText(/Powód/)).toBeNull();
    await user.click(screen.getByLabelText('Współwłaścicielem'));
    expect(screen.getByLabelText(/Powód/)).toBeTruthy();
    cleanup();
  });

  it('ask in each row only what that row calls for, and do not call it optional then', async () => {
    const user = userEvent.setup();
    render(<Page />);
    await user.click(screen.getByRole('button', { name: /Dodaj: Pomieszczenia/ }));
    await user.click(screen.getByRole('button', { name: /Dodaj kolejną/ }));
    expect(screen.queryAllByLabelText(/W tym niska/)).toHaveLength(0);
    const second = screen.getByRole('group', { name: 'Pomieszczenie 2' });
    await user.click(within(second).getByLabelText('Niskie'));
    expect(screen.getAllByLabelText(/W tym niska/)).toEqual([within(second).getByLabelText('W tym niska')]);
    cleanup();
  });

  it('add and remove rows by keyboard, with the focus in the new row', async () => {
    const user = userEvent.setup();
    render(<Page />);
    screen.getByRole('button', { name: /Dodaj: Pomieszczenia/ }).focus();
    await user.keyboard('{Enter}');
    const row = screen.getByRole('group', { name: 'Pomieszczenie 1' });
    expect(document.activeElement).toBe(within(row).getByLabelText('Powierzchnia'));
    await user.keyboard('12,5');
    expect((within(row).getByLabelText('Powierzchnia') as HTMLInputElement).value).toBe('12,5');
    within(row).getByRole('button', { name: 'Usuń: Pomieszczenie 1' }).focus();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('group', { name: 'Pomieszczenie 1' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('group', { name: /Pomieszczenia/ }));
    cleanup();
  });
});
