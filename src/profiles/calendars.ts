import type { Calendar, Holiday } from './calendar.ts';

const holiday = (day: string, ja: string, en: string): Holiday => ({ day, ja, en });

const japaneseHolidays: readonly Holiday[] = [
  holiday('2026-01-01', '元日', "New Year's Day"),
  holiday('2026-01-12', '成人の日', 'Coming of Age Day'),
  holiday('2026-02-11', '建国記念の日', 'National Foundation Day'),
  holiday('2026-02-23', '天皇誕生日', "The Emperor's Birthday"),
  holiday('2026-03-20', '春分の日', 'Vernal Equinox Day'),
  holiday('2026-04-29', '昭和の日', 'Showa Day'),
  holiday('2026-05-03', '憲法記念日', 'Constitution Memorial Day'),
  holiday('2026-05-04', 'みどりの日', 'Greenery Day'),
  holiday('2026-05-05', 'こどもの日', "Children's Day"),
  holiday('2026-05-06', '休日', 'Substitute holiday'),
  holiday('2026-07-20', '海の日', 'Marine Day'),
  holiday('2026-08-11', '山の日', 'Mountain Day'),
  holiday('2026-09-21', '敬老の日', 'Respect for the Aged Day'),
  holiday('2026-09-22', '休日', "Citizens' holiday"),
  holiday('2026-09-23', '秋分の日', 'Autumnal Equinox Day'),
  holiday('2026-10-12', 'スポーツの日', 'Sports Day'),
  holiday('2026-11-03', '文化の日', 'Culture Day'),
  holiday('2026-11-23', '勤労感謝の日', 'Labour Thanksgiving Day'),
  holiday('2027-01-01', '元日', "New Year's Day"),
  holiday('2027-01-11', '成人の日', 'Coming of Age Day'),
  holiday('2027-02-11', '建国記念の日', 'National Foundation Day'),
  holiday('2027-02-23', '天皇誕生日', "The Emperor's Birthday"),
  holiday('2027-03-21', '春分の日', 'Vernal Equinox Day'),
  holiday('2027-03-22', '休日', 'Substitute holiday'),
  holiday('2027-04-29', '昭和の日', 'Showa Day'),
  holiday('2027-05-03', '憲法記念日', 'Constitution Memorial Day'),
  holiday('2027-05-04', 'みどりの日', 'Greenery Day'),
  holiday('2027-05-05', 'こどもの日', "Children's Day"),
  holiday('2027-07-19', '海の日', 'Marine Day'),
  holiday('2027-08-11', '山の日', 'Mountain Day'),
  holiday('2027-09-20', '敬老の日', 'Respect for the Aged Day'),
  holiday('2027-09-23', '秋分の日', 'Autumnal Equinox Day'),
  holiday('2027-10-11', 'スポーツの日', 'Sports Day'),
  holiday('2027-11-03', '文化の日', 'Culture Day'),
  holiday('2027-11-23', '勤労感謝の日', 'Labour Thanksgiving Day'),
];

/** Banks close on these days too, and yen can't be booked between them. */
const turnOfTheYear: readonly Holiday[] = ['2026', '2027'].flatMap((year) =>
  ['01-02', '01-03', '12-31'].map((day) =>
    holiday(`${year}-${day}`, '年末年始', 'Turn of the year'),
  ),
);

export const japan: Calendar = {
  name: 'japan',
  timeZone: 'Asia/Tokyo',
  source:
    '国民の祝日に関する法律 and the Cabinet Office’s list of its days; 銀行法施行令5条 for 12-31 to 01-03',
  coversFrom: '2026-01-01',
  coversTo: '2027-12-31',
  holidays: [...japaneseHolidays, ...turnOfTheYear].sort((a, b) => (a.day < b.day ? -1 : 1)),
};

export const target: Calendar = {
  name: 'target',
  timeZone: 'Europe/Berlin',
  source: 'Closing days of the euro payment system T2 (ECB)',
  coversFrom: '2026-01-01',
  coversTo: '2027-12-31',
  holidays: [
    holiday('2026-01-01', '元日', "New Year's Day"),
    holiday('2026-04-03', '聖金曜日', 'Good Friday'),
    holiday('2026-04-06', '復活祭の月曜日', 'Easter Monday'),
    holiday('2026-05-01', 'メーデー', 'Labour Day'),
    holiday('2026-12-25', 'クリスマス', 'Christmas Day'),
    holiday('2026-12-26', 'クリスマス翌日', '26 December'),
    holiday('2027-01-01', '元日', "New Year's Day"),
    holiday('2027-03-26', '聖金曜日', 'Good Friday'),
    holiday('2027-03-29', '復活祭の月曜日', 'Easter Monday'),
    holiday('2027-05-01', 'メーデー', 'Labour Day'),
    holiday('2027-12-25', 'クリスマス', 'Christmas Day'),
    holiday('2027-12-26', 'クリスマス翌日', '26 December'),
  ],
};

export const weekdays: Calendar = {
  name: 'weekdays',
  timeZone: 'UTC',
  source: 'Monday to Friday; no public holidays',
  coversFrom: '2026-01-01',
  coversTo: '2027-12-31',
  holidays: [],
};
