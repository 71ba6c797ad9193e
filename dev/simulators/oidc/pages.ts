import { escapeHtml, page } from '../page.ts';
import type { Directory } from './directory.ts';

const personButton = ({ id, title, detail }: Directory['accounts'][number]) =>
  `<li><button class="person" name="account" value="${escapeHtml(id)}"><strong>${escapeHtml(title)}</strong><span>${escapeHtml(detail)}</span></button></li>`;

/** Whom to be: a button for each demo person, and for residents a field for the PESEL. */
export const loginPage = (directory: Directory, error?: string): string =>
  page(
    directory.title,
    directory.system,
    `${error ? `<p class="error" role="alert">${escapeHtml(error)}</p>` : ''}
<p>Wybierz osobę. Hasła nie ma: to miasto pokazowe.</p>
<form method="post"><ul class="plain">${directory.accounts.map(personButton).join('')}</ul></form>
${
  directory.byNumber
    ? `<h2>Albo wpisz numer PESEL</h2><form method="post" class="card"><label for="pesel">PESEL</label>
<p id="pesel-hint">11 cyfr osoby z listy powyżej</p>
<input id="pesel" name="account" inputmode="numeric" autocomplete="off" maxlength="11" aria-describedby="pesel-hint" required>
<p><button class="main">Zaloguj się</button></p></form>`
    : ''
}
<form method="post" action="?"><button name="account" value="">Anuluj i wróć do urzędu</button></form>`,
  );

export const signedOutPage = (system: string): string => page('Wylogowano', system, '<p>Możesz zamknąć tę kartę.</p>');

/** The library gives the form that ends the session; it is sent as soon as the page is there. */
export const signOutPage = (system: string, form: string): string =>
  page(
    'Wylogować?',
    system,
    `${form}<p class="actions"><button class="main" form="op.logoutForm" type="submit" name="logout" value="yes">Wyloguj mnie</button></p>`,
  );

export const errorPage = (system: string, error: string, detail: string): string =>
  page('Logowanie się nie udało', system, `<p class="error">${escapeHtml(error)}: ${escapeHtml(detail)}</p>`);
