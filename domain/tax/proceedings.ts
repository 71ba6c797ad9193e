import type { Grosze } from '../money.ts';

/**
 * Whether a year's tax is worth proceedings: they are not opened when it does not exceed the lowest cost of a registered
 * letter with receipt on 1 January (u.p.o.l. art. 6 ust. 8a; u.p.r. art. 6a ust. 6a; u.p.l. art. 6 ust. 3a). Both in grosze.
 */
export const isAssessed = (tax: Grosze, registeredLetterCost: Grosze): boolean => tax > registeredLetterCost;
