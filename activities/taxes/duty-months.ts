export type DutyMonths = { from: number; to: number };
type Purpose = { event?: string; eventMonth?: string };

/**
 * Months of the year in which the filed event leaves a tax duty (u.p.o.l. art. 6 ust. 1–4); null when there is none.
 * The duty begins with the month after the event, for a new building with the year after; it ends with the month of a sale.
 */
export const dutyMonths = (answers: { [page: string]: unknown }, year: number): DutyMonths | null => {
  const { event, eventMonth = '' } = (answers.purpose ?? {}) as Purpose;
  const [eventYear = 0, month = 0] = eventMonth.split('-').map(Number);
  if (!month) return { from: 1, to: 12 };
  if (event === 'disposal') return eventYear < year ? null : { from: 1, to: eventYear > year ? 12 : month };
  // A change of use is taxed on the new footing from the next month on; what was before stands in the earlier decision.
  if (event === 'newBuilding') return eventYear < year ? { from: 1, to: 12 } : null;
  if (eventYear < year) return { from: 1, to: 12 };
  return eventYear > year || month === 12 ? null : { from: month + 1, to: 12 };
};
