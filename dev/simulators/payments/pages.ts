import { escapeHtml, page } from '../page.ts';
import type { Transaction } from './ledger.ts';

const system = 'Bramka płatności';
const zloty = (grosze: number): string =>
  new Intl.NumberFormat('pl-PL', { minimumFractionDigits: 2 }).format(grosze / 100).replace(/ /g, ' ') + ' zł';

const words = ['czeka na Twoją decyzję', 'zapłacona', 'zapłacona', 'zwrócona'] as const;

/** Where the payer decides. */
export const choicePage = (transaction: Transaction): string => {
  const isOpen = transaction.status === 0;
  const choices = `<form method="post" class="actions">
<button class="main" name="choice" value="pay">Zapłać ${zloty(transaction.amount)}</button>
<button name="choice" value="later">Zapłać przelewem później</button>
<button name="choice" value="reject">Odrzuć płatność</button></form>`;
  const back = `<p><a class="button" href="${escapeHtml(transaction.urlReturn)}">Wróć do urzędu</a></p>`;
  return page(
    isOpen ? 'Zapłać' : 'Ta płatność jest już zapłacona',
    system,
    `<div class="card"><p class="amount">${zloty(transaction.amount)}</p><dl>
<dt>Tytułem</dt><dd>${escapeHtml(transaction.description)}</dd>
<dt>Numer operacji</dt><dd>${transaction.orderId}</dd>
<dt>Stan</dt><dd>${words[transaction.status]}</dd></dl></div>${isOpen ? choices : back}`,
  );
};

export const unknownPage = (): string =>
  page('Nie ma takiej płatności', system, '<p class="error">Adres jest nieprawidłowy albo płatność wygasła.</p>');
