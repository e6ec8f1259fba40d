/** The words of the calendar, and how each language puts a date together. What a book says of a date is read with the same words. */
export interface CalendarWords {
  readonly circa: string;
  readonly months: readonly string[];
  readonly short: readonly string[];
  /** The month after a day, where the language inflects it. */
  readonly monthsOfDay?: readonly string[];
  /** Further abbreviations that authors use, by the month’s number from 1. */
  readonly alsoShort?: Readonly<Record<string, number>>;
  /** From Sunday on. */
  readonly weekdays: readonly string[];
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly [string, string, string, string];
  readonly day: (day: number) => string;
  /** @param year the first of ten */
  readonly decade: (year: number) => string;
  /** @param number 20 for the years from 1900 on */
  readonly century: (number: number) => string;
  readonly order: 'day-month' | 'month-day';
}

const list = (words: string): readonly string[] => words.split(' ');
const plainDay = (day: number): string => String(day);

const english: Omit<CalendarWords, 'order'> = {
  circa: 'c.',
  months: list('January February March April May June July August September October November December'),
  short: list('Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'),
  alsoShort: { Jun: 6, Jul: 7, Sep: 9 },
  weekdays: list('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  seasons: ['spring', 'summer', 'autumn', 'winter'],
  day: plainDay,
  decade: (year) => `${year}s`,
  century: (number) => `${number}${number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')} century`,
};

const languages: Readonly<Record<string, CalendarWords>> = {
  en: { ...english, order: 'day-month' },
  'en-us': { ...english, seasons: ['spring', 'summer', 'fall', 'winter'], order: 'month-day' },
  it: {
    circa: 'ca.',
    months: list('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
    short: list('gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic.'),
    alsoShort: { 'genn.': 1, 'febbr.': 2, 'magg.': 5, 'sett.': 9 },
    weekdays: list('domenica lunedì martedì mercoledì giovedì venerdì sabato'),
    seasons: ['primavera', 'estate', 'autunno', 'inverno'],
    day: (day) => (day === 1 ? '1º' : String(day)),
    decade: (year) => `anni ${year}`,
    century: (number) => `${roman(number)} secolo`,
    order: 'day-month',
  },
  de: {
    circa: 'ca.',
    months: list('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
    short: list('Jan. Febr. März April Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'),
    alsoShort: { Jänner: 1, 'Feb.': 2, 'Apr.': 4, 'Jun.': 6, 'Jul.': 7, 'Sep.': 9 },
    weekdays: list('Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'),
    seasons: ['Frühjahr', 'Sommer', 'Herbst', 'Winter'],
    day: (day) => `${day}.`,
    decade: (year) => `${year}er Jahre`,
    century: (number) => `${number}. Jahrhundert`,
    order: 'day-month',
  },
  fr: {
    circa: 'vers',
    months: list('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    short: list('janv. févr. mars avril mai juin juill. août sept. oct. nov. déc.'),
    alsoShort: { aout: 8 },
    weekdays: list('dimanche lundi mardi mercredi jeudi vendredi samedi'),
    seasons: ['printemps', 'été', 'automne', 'hiver'],
    day: (day) => (day === 1 ? '1er' : String(day)),
    decade: (year) => `années ${year}`,
    century: (number) => `${roman(number)}${number === 1 ? 'er' : 'e'} siècle`,
    order: 'day-month',
  },
  ru: {
    circa: 'ок.',
    months: list('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    short: list('янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.'),
    monthsOfDay: list('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    alsoShort: { 'фев.': 2, 'сен.': 9, январе: 1, феврале: 2, марте: 3, апреле: 4, мае: 5, июне: 6, июле: 7, августе: 8, сентябре: 9, октябре: 10, ноябре: 11, декабре: 12 },
    weekdays: list('воскресенье понедельник вторник среда четверг пятница суббота'),
    seasons: ['весна', 'лето', 'осень', 'зима'],
    day: plainDay,
    decade: (year) => `${year}-е годы`,
    century: (number) => `${roman(number)} век`,
    order: 'day-month',
  },
};

/** @returns nothing for a language without a table: its dates are written in the ISO form, which is right in all of them */
export function calendarWords(language: string): CalendarWords | undefined {
  const tag = language.toLowerCase();
  return languages[tag] ?? languages[tag.split('-')[0] ?? ''];
}

function roman(number: number): string {
  const signs = [[50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const;
  let rest = number % 100;
  return 'C'.repeat(Math.floor(number / 100)) + signs.map(([value, sign]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return sign.repeat(times);
  }).join('');
}
