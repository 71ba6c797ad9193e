/** Who the city's letters come from. */
export const letterhead = {
  office: 'Prezydent Miasta Legnicy',
  unit: 'Wydział Finansowy',
  place: 'Legnica',
  signedAs: 'z upoważnienia Prezydenta Miasta',
  /** Over the name of the office where it stands for itself, not for the person who signs. */
  creditor: 'Wierzyciel',
  /** Where enforcement titles go. */
  enforcementAuthority: 'Naczelnik Urzędu Skarbowego w Legnicy',
} as const;
