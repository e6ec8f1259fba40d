import { describe, expect, test } from 'vitest';
import { drawTimeline, type TimelineEvent, type TimelineRequest } from '../../src/draw/draw-timeline.js';
import { dayNumber, parseEdtf } from '../../src/model/edtf.js';
import { drawn, elementsOf, expectLegible, measure, sizeOf, wordsOf } from './draw-reading.js';

const pact: TimelineEvent[] = [
  ['1921-12-26', 'Preliminary agreement on trade', 'relations'], ['1924-02-01', 'The United Kingdom recognises the USSR', 'relations'],
  ['1924-02-07', 'Italy opens full diplomatic relations with the USSR and signs a treaty of trade and navigation', 'relations'],
  ['1928-08-27', 'Paris: the Kellogg–Briand Pact renounces war', 'relations'], ['1930-05', 'Attolico moves to Moscow', 'relations'],
  ['1932-07-20', 'Suvich becomes undersecretary for foreign affairs', 'relations'], ['1932-09-26', 'Potemkin is named to Rome', 'relations'],
  ['1932-11-29', 'Franco-Soviet non-aggression pact', 'pact'], ['1933-01-30', 'Hitler becomes chancellor', 'germany'], ['1933-05-06', 'Economic accord', 'pact'],
  ['1933-07-15', 'The Four-Power Pact is signed without the USSR', 'germany'], ['1933-09-02', 'The Italo-Soviet Pact is signed in Rome', 'pact'],
  ['1933-09', 'A Soviet military mission visits Rome', 'relations'], ['1933-10', 'Potemkin warns Suvich', 'asia'], ['1933-10-19', 'Germany’s notice of leaving the League', 'germany'],
  ['1933-10-30/1933-11-02', 'Soviet cruiser at Naples', 'relations'], ['1933-11-16', 'The United States recognises the USSR', 'relations'],
  ['1933-12-02', 'Litvinov lands at Naples and travels on to Rome', 'pact'], ['1933-12-29', 'Litvinov warns of Japan', 'asia'], ['1934-01-18', 'Mussolini’s article “Estremo Oriente”', 'asia'],
  ['1934-07-25', 'July Putsch; Italian troops go to the Brenner', 'germany'], ['1934-09-18', 'The USSR enters the League of Nations', 'relations'],
  ['1935-10-03', 'Italy invades Ethiopia', 'war'], ['1935-10-19', 'Proposal IV lists raw materials to be withheld from Italy', 'war'], ['1935-11-18', 'Sanctions come into force', 'war'],
  ['1936-05-09', 'Italy annexes Ethiopia', 'war'], ['1936-07-15', 'Sanctions are lifted', 'war'], ['1936-07-17/1939-04-01', 'Spanish Civil War', 'war'],
  ['1936-11-25', 'Germany and Japan sign the Anti-Comintern Pact', 'asia'], ['1937-11-06', 'Italy joins it', 'asia'], ['1939-08-23', 'Molotov–Ribbentrop Pact', 'germany'],
  ['1939-11-30/1940-03-13', 'Winter War', 'war'], ['1940-01-20', 'A ship with G.50 fighters leaves La Spezia for Turku', 'war'], ['1941-06-22', 'Italy declares war on the USSR', 'pact'],
].map(([on = '', text = '', thread = '']) => ({ on, text, thread }));

const base = { idPrefix: 'time', language: 'en-GB', alt: 'Twenty years', measure } as const;
const timeline: TimelineRequest = { ...base, events: pact, from: 1921, to: 1941 };
const plain = (events: [string, string][]): TimelineEvent[] => events.map(([on, text]) => ({ on, text }));
const crowd = (count: number, thread: boolean): TimelineEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    on: `1933-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    text: `The event numbered ${index} of a year in which very much took place`,
    ...(thread ? { thread: `thread ${index % 8}` } : {}),
  }));

const cases: [string, TimelineRequest][] = [
  ['the pact', timeline],
  ['the pact without bounds', { ...base, events: pact }],
  ['one event', { ...base, events: plain([['1933-09-02', 'The pact is signed']]) }],
  ['120 events in one year', { ...base, events: crowd(120, true) }],
  ['40 events in one day', { ...base, events: crowd(40, false).map(({ text }) => ({ on: '1933-09-02', text })) }],
  ['events at both ends of the axis', { ...base, events: plain([['1933-01-01', 'First'], ['1933-01-01', 'Second'], ['1933-01-01', 'Third'], ['1933-12-31', 'Last'], ['1933-12-31', 'Last of all'], ['1933-12-31', 'The very last']]) }],
  ['centuries', { ...base, language: 'ru', events: plain([['0988', 'Крещение Руси'], ['1812-06-24/1812-12-14', 'Отечественная война'], ['1991-12-26', 'Конец СССР']]) }],
  ['a narrow figure with a word that no column holds', { ...base, width: 90, events: plain([['1933-10-30/1934-11-02', 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikation']]) }],
  ['spans without an end, seasons, decades, doubts', { ...base, events: plain([['1933/..', 'goes on'], ['../1935-05', 'had long been'], ['1934-21', 'a spring'], ['193X', 'a decade'], ['1936?', 'perhaps'], ['1940-01-01', 'a day']]) }],
  ['spans that overlap', { ...base, events: plain([['1930/1940', 'a'], ['1931/1939', 'b'], ['1932/1938', 'c'], ['1933', 'd'], ['1934~', 'e'], ['1930/1940', 'f']]) }],
];

/** Leaders are the only lines of four points; each begins at the true place of its event. */
const leaderStarts = (request: TimelineRequest): number[] =>
  elementsOf(drawn(drawTimeline(request)).svg, 'path')
    .filter(({ properties }) => properties['fill'] === 'none' && !String(properties['d']).endsWith('Z'))
    .map(({ properties }) => [...String(properties['d']).matchAll(/[ML](\S+) ([^ML]+)/g)].map((point) => Number(point[2])))
    .filter((points) => points.length === 4)
    .map(([y = Number.NaN]) => y);

const ladderHeight = (request: TimelineRequest): number =>
  Math.max(...elementsOf(drawn(drawTimeline(request)).svg, 'path').flatMap(({ properties }) => {
    const rail = /^M(\S+) 0L\1 (\S+)$/.exec(String(properties['d']));
    return rail === null ? [] : [Number(rail[2])];
  }));

describe('every word of a timeline can be read', () => {
  test.each(cases)('%s', (_, request) => expectLegible(drawn(drawTimeline(request))));
});

describe('no event is lost', () => {
  test.each(cases)('%s', (_, request) => {
    const drawing = drawn(drawTimeline(request));
    const letters = (text: string): string => text.replace(/\s+/g, '');
    const shown = letters(wordsOf(drawing.svg).map(({ text }) => text).join(''));
    expect(request.events.filter(({ text }) => !shown.includes(letters(text)))).toEqual([]);
    expect(drawing.table.rows).toHaveLength(request.events.length);
    expect(leaderStarts(request)).toHaveLength(request.events.length);
  });
});

describe('time is drawn to scale', () => {
  test.each(cases)('%s', (_, request) => {
    const dates = request.events.map(({ on }) => parseEdtf(on)!);
    const year = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();
    const start = dayNumber(request.from ?? Math.min(...dates.map((date) => year(date.start))));
    const end = dayNumber((request.to ?? Math.max(...dates.map((date) => year(date.end)))) + 1);
    const places = dates.map((date, index) => (request.events[index]!.on.includes('/') ? date.start : (date.start + date.end + 1) / 2));
    const ordered = (values: number[]): number[] => [...values].sort((a, b) => a - b);
    const height = ladderHeight(request);
    const expected = ordered(places.map((day) => ((day - start) / (end - start)) * height));
    const found = ordered(leaderStarts(request));
    expect(found.map((y, index) => Math.abs(y - expected[index]!)).filter((off) => off > 0.011)).toEqual([]);
  });
});

describe('a timeline for a page', () => {
  test('thirty-four events with twelve in one year fit 340 by 470 px', () => {
    const { width, height } = sizeOf(drawn(drawTimeline(timeline)).svg);
    expect([width, height <= 470]).toEqual([340, true]);
    expect(Math.min(...wordsOf(drawn(drawTimeline(timeline)).svg).map(({ size }) => size))).toBeGreaterThanOrEqual(7);
  });

  test('a fuller page is set a little smaller, so that labels can stand near their dates', () => {
    const size = (request: TimelineRequest): number => wordsOf(drawn(drawTimeline(request)).svg).find(({ text }) => /[a-z]{4}/.test(text))!.size;
    const fuller = { ...timeline, events: pact.map((event) => ({ ...event, text: `${event.text}, it is said` })) };
    expect(size(timeline)).toBe(8.5);
    expect(size(fuller)).toBeLessThan(8.5);
    expect(size(fuller)).toBeGreaterThanOrEqual(7.75);
    expect(sizeOf(drawn(drawTimeline(fuller)).svg).height).toBeLessThanOrEqual(470);
  });

  test('too many events make it higher, in type that can still be read', () => {
    const { svg } = drawn(drawTimeline({ ...base, events: crowd(120, true) }));
    expect(sizeOf(svg).height).toBeGreaterThan(470);
    expect(ladderHeight({ ...base, events: crowd(120, true) })).toBeGreaterThan(470);
  });

  test('before the crowded year labels stand level with their dates', () => {
    const level = elementsOf(drawn(drawTimeline(timeline)).svg, 'path').filter(({ properties }) => {
      const [, from, to] = /^M\S+ (\S+?)L.*L\S+ (\S+)$/.exec(String(properties['d'])) ?? [];
      return from !== undefined && from === to && Number(from) > 0 && Number(from) < 80;
    });
    expect(level.length).toBeGreaterThanOrEqual(2);
  });

  test('few events make it lower', () => {
    expect(sizeOf(drawn(drawTimeline({ ...base, events: plain([['1933-09-02', 'The pact is signed']]) })).svg).height).toBeLessThan(200);
  });

  test('on either side labels stand in the order of time', () => {
    const { svg } = drawn(drawTimeline(timeline));
    const middle = sizeOf(svg).width / 2;
    const dated = elementsOf(svg, 'text').filter(({ children }) => children.some((child) => child.type === 'element'));
    for (const side of [-1, 1]) {
      const own = dated.filter(({ properties }) => (Number(properties['x']) - middle) * side > 0);
      const heights = own.map(({ properties }) => Number(properties['y']));
      expect(heights).toEqual([...heights].sort((a, b) => a - b));
      expect(own.length).toBeGreaterThan(pact.length / 3);
    }
  });

  test('the key names each thread once, in the order they begin', () => {
    const words = wordsOf(drawn(drawTimeline(timeline)).svg).map(({ text }) => text);
    expect(words.slice(-5)).toEqual(['relations', 'pact', 'germany', 'asia', 'war']);
  });

  test('a single thread has no key', () => {
    const words = wordsOf(drawn(drawTimeline({ ...base, events: [{ on: '1933', text: 'A', thread: 'pact' }] })).svg).map(({ text }) => text);
    expect(words).not.toContain('pact');
  });

  test('the first eight threads differ in shape or filling, not in colour alone', () => {
    const events = Array.from({ length: 8 }, (_, index) => ({ on: '1933', text: 'x', thread: `t${index}` }));
    const { svg } = drawn(drawTimeline({ ...base, events }));
    const signs = elementsOf(svg).filter(({ tagName, properties }) => tagName === 'circle' || String(properties['d']).endsWith('Z'));
    const looks = signs.slice(-8).map(({ tagName, properties }) => {
      const corners = [...String(properties['d']).matchAll(/[ML](\S+) ([^MLZ]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
      const shape = tagName === 'circle' ? 'circle' : `${corners.length} ${corners[0]?.[1] === corners[1]?.[1] ? 'flat' : 'pointed'}`;
      return `${shape} ${properties['fill'] === 'none' ? 'open' : 'filled'}`;
    });
    expect(new Set(looks).size).toBe(8);
  });

  test('it is the same twice', () => {
    expect(JSON.stringify(drawTimeline(timeline))).toBe(JSON.stringify(drawTimeline(timeline)));
  });

  test('its table tells dates in full', () => {
    const { table } = drawn(drawTimeline({ ...base, events: [{ on: '1939-11-30/1940-03-13', text: 'Winter War', thread: 'war' }, { on: '1933-09-02', text: 'Pact' }] }));
    expect(table).toEqual({ head: ['Date', 'Event', 'Thread'], rows: [['2 September 1933', 'Pact', ''], ['30 November 1939 – 13 March 1940', 'Winter War', 'war']] });
  });

  test('an axis cut by from and to shows what falls into it, and the part of a span that does', () => {
    const request = { ...base, from: 1937, to: 1938, events: plain([['1936-07-17/1939-04-01', 'Spanish Civil War'], ['1937-11-06', 'Italy joins'], ['1941-06-22', 'War']]) };
    const drawing = drawn(drawTimeline(request));
    expectLegible(drawing);
    expect(drawing.table.rows.map(([, event]) => event)).toEqual(['Spanish Civil War', 'Italy joins']);
    expect(elementsOf(drawing.svg, 'rect').map(({ properties }) => [properties['y'], properties['height']])).toEqual([['0', String(ladderHeight(request))]]);
  });

  test.each([
    ['no events', { ...base, events: [] }, 'a timeline without events'],
    ['an impossible date', { ...base, events: plain([['1933-02-30', 'The pact']]) }, '“1933-02-30” is no date (The pact)'],
    ['nothing between its years', { ...timeline, from: 1800, to: 1801 }, 'no event falls between 1800 and 1801'],
    ['more threads than there are signs', { ...base, events: Array.from({ length: 9 }, (_, index) => ({ on: '1933', text: 'x', thread: `t${index}` })) }, '9 threads are more than one figure can tell apart'],
    ['years that run backwards', { ...timeline, from: 1941, to: 1921 }, 'the axis would run from 1941 back to 1921'],
  ])('refused: %s', (_, request, fault) => {
    expect(drawTimeline(request)).toMatchObject({ fault });
  });
});
