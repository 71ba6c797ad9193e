/** Words of the notices: they only say that something is there; what it is stands behind the sign-in. */
export type Notice = { subject: string; text: string };

const both = (pl: string, en: string, link: string): string => `${pl}\n\n${en}\n\n${link}\n`;

export const receiptNotice = (receiptNumber: string, registerNumber: string | null, link: string): Notice => ({
  subject: `Potwierdzenie złożenia ${receiptNumber}`,
  text: both(
    `Przyjęliśmy formularz. Numer potwierdzenia: ${receiptNumber}.${registerNumber ? ` Numer w rejestrze urzędu: ${registerNumber}.` : ''} Urzędowe poświadczenie jest na Twoim koncie.`,
    `We received your form. Receipt number: ${receiptNumber}. The official receipt is in your account.`,
    link,
  ),
});

export const amountsNotice = (link: string): Notice => ({
  subject: 'Nowa należność na koncie w e-Urzędzie',
  text: both(
    'Na Twoim koncie jest nowa należność z terminami płatności.',
    'There is a new amount due in your account, with its due dates.',
    link,
  ),
});
