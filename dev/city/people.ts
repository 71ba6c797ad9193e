/**
 * The demo city's people. They are invented: their PESEL numbers are of the nineteenth century (month + 80),
 * which no living person bears, with valid checksums.
 */
export type Address = {
  street: string;
  house: string;
  flat?: string;
  postcode: string;
  city: string;
};

export type Resident = {
  pesel: string;
  givenName: string;
  familyName: string;
  birthDate: string;
  email: string;
  phone: string;
  address: Address;
  eDeliveryAddress?: string;
  says: string;
};

export type StaffMember = {
  login: string;
  name: string;
  email: string;
  roles: string[];
  groups: string[];
  says: string;
};

const legnica = (street: string, house: string, flat?: string): Address => ({
  street,
  house,
  ...(flat ? { flat } : {}),
  postcode: '59-220',
  city: 'Legnica',
});

export const residents: readonly Resident[] = [
  {
    pesel: '85831401248',
    givenName: 'Anna',
    familyName: 'Nowak',
    birthDate: '1885-03-14',
    email: 'anna.nowak@example.org',
    phone: '+48600000101',
    address: legnica('Rynek', '5', '3'),
    says: 'mieszkanka',
  },
  {
    pesel: '72910203132',
    givenName: 'Jan',
    familyName: 'Kowalski',
    birthDate: '1872-11-02',
    email: 'jan.kowalski@example.org',
    phone: '+48600000102',
    address: legnica('Wrocławska', '118'),
    says: 'mieszkaniec',
  },
  {
    pesel: '79862104487',
    givenName: 'Maria',
    familyName: 'Wiśniewska',
    birthDate: '1879-06-21',
    email: 'maria.wisniewska@example.org',
    phone: '+48600000103',
    address: legnica('Złotoryjska', '27', '8'),
    says: 'mieszkanka, pełnomocniczka spółki „Piekarnia Złoty Kłos”',
  },
  {
    pesel: '90851204519',
    givenName: 'Stanisław',
    familyName: 'Wójcik',
    birthDate: '1890-05-12',
    email: 'stanislaw.wojcik@example.org',
    phone: '+48600000104',
    address: legnica('Jaworzyńska', '44', '12'),
    eDeliveryAddress: 'AE:PL-90512-20451-SWOJC-17',
    says: 'mieszkaniec, listy dostaje przez e-Doręczenia',
  },
];

export const companies = [
  {
    name: 'Piekarnia Złoty Kłos sp. z o.o.',
    nip: '6910123458',
    regon: '390123453',
    eDeliveryAddress: 'AE:PL-26091-10123-BCDFG-25',
    email: 'biuro@zlotyklos.example.org',
    phone: '+48600000201',
    address: legnica('Chojnowska', '44'),
  },
] as const;

/** Who may act for which company, and in what. */
export const powersOfAttorney = [
  { pesel: '79862104487', nip: '6910123458', scope: ['view', 'file', 'pay', 'receive'], validFrom: '2026-01-02' },
] as const;

export const staff: readonly StaffMember[] = [
  {
    login: 'k.zielinska',
    name: 'Katarzyna Zielińska',
    email: 'k.zielinska@um.example.org',
    roles: ['clerk'],
    groups: ['tax-assessment'],
    says: 'inspektor, wymiar podatków',
  },
  {
    login: 'p.lis',
    name: 'Piotr Lis',
    email: 'p.lis@um.example.org',
    roles: ['clerk'],
    groups: ['tax-collection'],
    says: 'inspektor, windykacja',
  },
  {
    login: 'b.krol',
    name: 'Barbara Król',
    email: 'b.krol@um.example.org',
    roles: ['clerk', 'head'],
    groups: ['tax-approval'],
    says: 'naczelnik wydziału, zatwierdza decyzje',
  },
  {
    login: 't.wrona',
    name: 'Tomasz Wrona',
    email: 't.wrona@um.example.org',
    roles: ['admin'],
    groups: [],
    says: 'administrator',
  },
  {
    login: 'm.szybki',
    name: 'Marek Szybki',
    email: 'm.szybki@um.example.org',
    roles: ['collector'],
    groups: ['delivery'],
    says: 'goniec, doręcza listy',
  },
];
