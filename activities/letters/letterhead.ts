/** Who the city's letters come from. */
export const letterhead = {
  office: 'Prezydent Miasta Legnicy',
  unit: 'Wydział Finansowy',
  place: 'Legnica',
  signedAs: 'z upoważnienia Prezydenta Miasta',
  /** Where enforcement titles go. */
  enforcementAuthority: 'Naczelnik Urzędu Skarbowego w Legnicy',
} as const;
