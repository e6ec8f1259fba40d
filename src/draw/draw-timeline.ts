/**
 * Events to scale, for a portrait page: time runs down a ladder of years, labels stand in a column on either side of it.
 *
 * Told in order: read the events, deal them to the two sides, set their labels in the largest type that fits, push the
 * labels apart, draw. A year is as high as any other, however much happened in it; a crowded year's labels spread beyond
 * it, and a fine leader ties each to its true place. Nothing is left out: what does not fit in the smallest type makes the
 * figure higher.
 */
import { scaleLinear } from 'd3-scale';
import type { Element, ElementContent } from 'hast';
import { dateForms, dayNumber, formatEdtf, parseEdtf, type DayNumber } from '../model/edtf.js';
import type { Px } from '../model/unit.js';
import { wordsOf } from '../model/words.js';
import type { Fault } from './chart-request.js';
import type { Drawing } from './drawing.js';
import { figureWords } from './figure-words.js';
import { mark, markCount } from './mark.js';
import type { TextMeasure } from './measure-text.js';
import { pushApart } from './push-apart.js';
import { block, frame, smallestType, stroke, svgElement, svgText, tone, typeface } from './svg.js';
import { calendarTicks, yearOf } from './time-axis.js';
import { wrapText } from './wrap-text.js';

export interface TimelineRequest {
  readonly events: readonly TimelineEvent[];
  /** First and last year of the axis; events wholly outside are the author's to leave out. */
  readonly from?: number;
  readonly to?: number;
  readonly idPrefix: string;
  /** BCP 47: of the dates and the figure's own words. */
  readonly language: string;
  readonly alt: string;
  readonly measure: TextMeasure;
  /** 340 by 470 px unless given; the height is a wish that many or long events overrun. */
  readonly width?: Px;
  readonly height?: Px;
}

export interface TimelineEvent {
  /** In the register of dates. */
  readonly key?: string;
  /** EDTF, as `parseEdtf` reads it. */
  readonly on: string;
  readonly text: string;
  /** Events of one thread carry one sign. */
  readonly thread?: string;
}

/** Sizes in px; what scales with the type is given in its size. */
const largestType: Px = 8.5;
const typeStep = 0.25;
/** Smaller type is worth its price while it lets labels stand near their dates, but not below the comfortable size. */
const comfortableType: Px = 7.75;
const comfortablyFull = 0.88;
const leading = 1.14;
const labelGap = 0.34;
const ladderNumeral: Px = 7;
const ladderPadding: Px = 3.5;
const laneWidth: Px = 3;
const leaderZone: Px = 24;
const stub: Px = 3.5;
const keyType: Px = 8;
const keyIndent: Px = 10;
const keyGap: Px = 14;
/** Months get pegs on the ladder when they lie at least this far apart. */
const monthRoom: Px = 5;
const signReach = 0.29;
const lighter = 0.4;
/** Kept free at the outer edges: a letter may reach a little beyond its advance width. */
const slack: Px = 0.5;
/** A figure too narrow for its words grows wider rather than lose them. */
const leastColumn: Px = 60;

type Side = 'left' | 'right';

interface Event extends TimelineEvent {
  readonly start: DayNumber;
  /** The day after the last. */
  readonly end: DayNumber;
  /** Where its leader begins: an interval at its beginning, a vague date in the middle of what it covers. */
  readonly at: DayNumber;
  /** `span` lasted from a to b; `vague` happened some time within a month or year. */
  readonly shape: 'moment' | 'span' | 'vague';
  readonly date: string;
  /** Index of its sign; absent without a thread. */
  readonly sign?: number;
}

interface Label {
  readonly event: Event;
  readonly side: Side;
  readonly lines: readonly { readonly date: string; readonly words: string }[];
  readonly height: Px;
}

export function drawTimeline(request: TimelineRequest): Drawing | Fault {
  const read = readEvents(request);
  if ('fault' in read) return read;
  const { events, threads } = read;
  const { measure, language, height: wish = 470 } = request;
  const [start, end] = [dayNumber(read.from), dayNumber(read.to + 1)];

  const extents = events.filter(({ shape }) => shape !== 'moment');
  const mostLanes = Math.max(0, ...[...dealLanes(extents).values()].map((lane) => lane + 1));
  const numeral = measure('1888', ladderNumeral, 400);
  const ladder = numeral + 2 * (ladderPadding + mostLanes * laneWidth);
  const signRoom = threads.length > 0 ? 8 : 3;
  const widestThread = Math.max(0, ...threads.map((thread) => keyIndent + measure(thread, keyType, 400)));
  const width = Math.max(request.width ?? 340, ladder + 2 * (leaderZone + signRoom + slack + leastColumn), widestThread);
  const key = setKey(threads, width, measure);
  const column = (width - ladder) / 2 - leaderZone - signRoom - slack;

  const set = fitType(events, column, wish - key.height, request, [start, end]);
  const { size, labels, plot } = set;
  const y = scaleLinear([start, end], [0, plot]);
  const centre = width / 2;
  const edges = { left: centre - ladder / 2, right: centre + ladder / 2 } as const;

  const placed = (['left', 'right'] as const).flatMap((side) => {
    const own = labels.filter((label) => label.side === side);
    const gap = size * labelGap;
    const wanted = own.map(({ event }) => y(clamp(event.at, start, end)) - (size * leading) / 2);
    const tops = pushApart(wanted, own.map(({ height }) => height + gap), [0, plot + gap]);
    return own.map((label, index) => ({ label, top: tops[index] ?? 0 }));
  });
  const below = Math.max(plot, ...placed.map(({ label, top }) => top + label.height));

  const rungs = drawLadder(start, end, y, edges, language);
  const strips = (['left', 'right'] as const).flatMap((side) => {
    const own = labels.filter((label) => label.side === side && label.event.shape !== 'moment').map(({ event }) => event);
    const lanes = dealLanes(own);
    return own.map((event) => drawExtent(event, lanes.get(event) ?? 0, side, y, [start, end], edges));
  });
  const tags = placed.flatMap(({ label, top }) => drawLabel(label, top, size, y(clamp(label.event.at, start, end)), edges[label.side], signRoom));
  return {
    svg: frame(request, width, below + key.height, [...rungs, ...strips, ...tags, ...key.draw(below)]),
    table: eventTable(events, threads, language),
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/* 1. Read. */

interface ReadEvents {
  /** By place on the axis; events of one day as the author has them. */
  readonly events: readonly Event[];
  readonly threads: readonly string[];
  readonly from: number;
  readonly to: number;
}

function readEvents({ events, from, to, language }: TimelineRequest): ReadEvents | Fault {
  const read: Omit<Event, 'sign' | 'date'>[] = [];
  for (const event of events) {
    const date = parseEdtf(event.on);
    if (date === undefined) return { fault: `“${event.on}” is no date (${event.text})`, hints: [dateForms] };
    const end = date.end + 1;
    const shape = event.on.includes('/') ? 'span' : end - date.start > 1 || date.circa || date.isUncertain ? 'vague' : 'moment';
    const at = shape !== 'span' ? (date.start + end) / 2 : date.start === -Infinity ? end : date.start;
    read.push({ ...event, start: date.start, end, at, shape });
  }
  // An open end has no place of its own on an axis: it reaches the end of what the others need.
  const known = read.flatMap(({ start, end }) => [start, end - 1]).filter((day) => Number.isFinite(day));
  const first = from ?? yearOf(Math.min(...known));
  const last = to ?? yearOf(Math.max(...known));
  if (first > last) return { fault: `the axis would run from ${first} back to ${last}`, hints: [] };
  const shown = read.filter(({ start, end }) => end > dayNumber(first) && start < dayNumber(last + 1));
  if (shown.length === 0) return { fault: read.length === 0 ? 'a timeline without events' : `no event falls between ${first} and ${last}`, hints: [] };
  shown.sort((a, b) => a.at - b.at);
  const threads = [...new Set(shown.flatMap(({ thread }) => thread ?? []))];
  if (threads.length > markCount) return { fault: `${threads.length} threads are more than one figure can tell apart`, hints: [`use at most ${markCount}`] };
  const signed = shown.map((event) => ({ ...event, date: formatEdtf(event.on, language, 'short'), ...(event.thread !== undefined && { sign: threads.indexOf(event.thread) }) }));
  return { events: signed, threads, from: first, to: last };
}

/** Extents that overlap lie in lanes side by side; greedy by beginning, which needs the fewest. */
function dealLanes(events: readonly Event[]): Map<Event, number> {
  const lanes = new Map<Event, number>();
  const busyUntil: number[] = [];
  for (const event of [...events].sort((a, b) => a.start - b.start)) {
    const free = busyUntil.findIndex((until) => until <= event.start);
    const lane = free < 0 ? busyUntil.length : free;
    busyUntil[lane] = event.end;
    lanes.set(event, lane);
  }
  return lanes;
}

/* 2. Set the labels in the largest type that fits. */

interface Setting {
  readonly size: Px;
  readonly labels: readonly Label[];
  /** Height of the ladder. */
  readonly plot: Px;
}

function fitType(events: readonly Event[], column: Px, room: Px, { measure }: TimelineRequest, span: readonly [number, number]): Setting {
  const sizes: Px[] = [];
  for (let size = largestType; size >= smallestType; size -= typeStep) sizes.push(size);
  // Labels are dear to set: smaller type is tried only where larger does not do.
  const known = new Map<Px, Omit<Setting, 'plot'> & { readonly need: Px }>();
  const setIn = (size: Px) => {
    const done = known.get(size);
    if (done) return done;
    const labels = dealSides(events.map((event) => setLabel(event, size, column, measure)), size, room, span);
    const needs = (['left', 'right'] as const).map((side) =>
      labels.filter((label) => label.side === side).reduce((sum, { height }) => sum + height + size * labelGap, -size * labelGap));
    const made = { size, labels, need: Math.max(...needs) };
    known.set(size, made);
    return made;
  };
  const fitting = sizes.find((size) => size >= comfortableType && setIn(size).need <= room * comfortablyFull)
    ?? sizes.find((size) => size <= comfortableType && setIn(size).need <= room)
    ?? sizes.at(-1);
  const chosen = fitting === undefined ? undefined : setIn(fitting);
  if (chosen === undefined) throw new Error('there is no size to set type in');
  // A short list on a full page would be all leaders: the ladder is only as high as gives the labels air.
  const years = Math.min(24, yearOf(span[1]) - yearOf(span[0]));
  const airy = Math.max(chosen.need * 1.5, years * (ladderNumeral + 3), 120);
  return { ...chosen, plot: Math.max(chosen.need, Math.min(room, airy)) };
}

function setLabel(event: Event, size: Px, column: Px, measure: TextMeasure): Omit<Label, 'side'> {
  const dateWidth = measure(event.date, size, 600) + measure(' ', size, 400);
  const widthOf = (line: string): Px => measure(line, size, 400);
  const runIn = dateWidth < column * 0.7;
  const words = wrapText(event.text, column, widthOf, runIn ? dateWidth : 0);
  const lines = runIn
    ? words.map((line, index) => ({ date: index === 0 ? event.date : '', words: line }))
    : [...wrapText(event.date, column, (line) => measure(line, size, 600)).map((line) => ({ date: line, words: '' })), ...words.map((line) => ({ date: '', words: line }))];
  return { event, lines, height: lines.length * size * leading };
}

/** Each event in turn goes to the side where its label can stand higher; on a tie, to the other side than the last. */
function dealSides(labels: readonly Omit<Label, 'side'>[], size: Px, room: Px, [start, end]: readonly [number, number]): Label[] {
  const reached = { left: 0, right: 0 };
  let side: Side = 'left';
  return labels.map((label) => {
    const wanted = ((label.event.at - start) / (end - start)) * room - size;
    const top = (on: Side): number => Math.max(reached[on], wanted);
    const other: Side = side === 'left' ? 'right' : 'left';
    side = top(other) <= top(side) ? other : side;
    reached[side] = top(side) + label.height + size * labelGap;
    return { ...label, side };
  });
}

/* 3. Draw. */

type Edges = Readonly<Record<Side, Px>>;
type Scale = (day: DayNumber) => Px;

/** A ladder with a rung at each new year; the numeral stands within its year, or at its rung when rungs are further apart. */
function drawLadder(start: DayNumber, end: DayNumber, y: Scale, edges: Edges, language: string): Element[] {
  const height = y(end) - y(start);
  const everyYear = height / (yearOf(end) - yearOf(start)) >= ladderNumeral + 2;
  const years = calendarTicks(start, end - 1, height, 12, () => (everyYear ? ladderNumeral + 1 : ladderNumeral * 2.4), language);
  const across = (at: Px, opacity: number): Element => stroke([[edges.left, at], [edges.right, at]], { width: 0.5, opacity });
  const frameLines = [
    ...[edges.left, edges.right].map((x) => stroke([[x, 0], [x, height]], { width: 0.5, opacity: tone.axis })),
    ...[0, height].map((at) => across(at, tone.axis)),
  ];
  const numerals = years.map(({ day, label }) => {
    const at = everyYear ? (y(day) + y(dayNumber(yearOf(day) + 1))) / 2 : clamp(y(day), ladderNumeral / 2, height - ladderNumeral / 2);
    return svgText((edges.left + edges.right) / 2, at + ladderNumeral * 0.33, label, { size: ladderNumeral, anchor: 'middle', opacity: tone.second });
  });
  const rungs = everyYear ? years.filter(({ day }) => day > start).map(({ day }) => across(y(day), tone.guide * 2)) : [];
  const pegs = everyYear ? [] : years.flatMap(({ day }) => [drawPeg(edges.left, 1, y(day)), drawPeg(edges.right, -1, y(day))]);
  const months = height / years.length < monthRoom * 12 ? [] : calendarTicks(start, end - 1, height, 1, () => monthRoom, language);
  const monthPegs = months.flatMap(({ day }) => [drawPeg(edges.left, 1, y(day)), drawPeg(edges.right, -1, y(day))]);
  return [...frameLines, ...rungs, ...pegs, ...monthPegs, ...numerals];
}

/** A short mark on a rail, inwards. */
const drawPeg = (x: Px, inward: 1 | -1, at: Px): Element => stroke([[x, at], [x + inward * 2.5, at]], { width: 0.4, opacity: tone.axis });

function drawExtent(event: Event, lane: number, side: Side, y: Scale, [start, end]: readonly [number, number], edges: Edges): Element {
  const top = y(clamp(event.start, start, end));
  const height = Math.max(0.6, y(clamp(event.end, start, end)) - top);
  const thick = laneWidth - 0.8;
  const x = side === 'left' ? edges.left + lane * laneWidth : edges.right - lane * laneWidth - thick;
  return block(x, top, thick, height, { opacity: event.shape === 'span' ? 0.85 : lighter });
}

function drawLabel({ event, side, lines }: Label, top: Px, size: Px, at: Px, edge: Px, signRoom: Px): Element[] {
  const outward = side === 'left' ? -1 : 1;
  const level = top + (size * leading) / 2;
  const far = edge + outward * leaderZone;
  const x = far + outward * signRoom;
  const leader = stroke([[edge - outward * 2, at], [edge + outward * stub, at], [far - outward * stub, level], [x - outward * (event.sign === undefined ? 3 : signRoom), level]], { width: 0.4, opacity: tone.axis });
  const sign = event.sign === undefined ? [] : [mark(event.sign, far + outward * (signRoom / 2 - 0.5), level, size * signReach)];
  const rows = lines.map(({ date, words }, index) => {
    const baseline = top + size * (index * leading + (leading - typeface.ascent - typeface.descent) / 2 + typeface.ascent);
    const bold: ElementContent = svgElement('tspan', { fontWeight: '600' }, [{ type: 'text', value: date }]);
    const rest: ElementContent = { type: 'text', value: date === '' || words === '' ? words : ` ${words}` };
    return svgText(x, baseline, date === '' ? [rest] : words === '' ? [bold] : [bold, rest], { size, anchor: side === 'left' ? 'end' : 'start' });
  });
  return [leader, ...sign, ...rows];
}

/** What the signs mean, in lines across the foot; nothing when there is one thread or none. */
function setKey(threads: readonly string[], width: Px, measure: TextMeasure): { height: Px; draw: (top: Px) => Element[] } {
  if (threads.length < 2) return { height: 0, draw: () => [] };
  const size = keyType;
  const line = size * 1.4;
  const above = 9;
  const items = threads.map((thread, sign) => ({ thread, sign, width: keyIndent + measure(thread, size, 400) }));
  const rows: { items: typeof items; width: Px }[] = [];
  for (const item of items) {
    const row = rows.at(-1);
    if (row !== undefined && row.width + keyGap + item.width <= width) {
      row.items.push(item);
      row.width += keyGap + item.width;
    } else rows.push({ items: [item], width: item.width });
  }
  const draw = (top: Px): Element[] => rows.flatMap((row, index) => {
    const baseline = top + above + index * line + size * typeface.ascent;
    let x = (width - row.width) / 2;
    return row.items.flatMap(({ thread, sign, width: itemWidth }) => {
      const left = x;
      x += itemWidth + keyGap;
      return [mark(sign, left + 3, baseline - size * typeface.middle, size * signReach), svgText(left + keyIndent, baseline, thread, { size })];
    });
  });
  return { height: above + rows.length * line, draw };
}

function eventTable(events: readonly Event[], threads: readonly string[], language: string): Drawing['table'] {
  const words = wordsOf(language);
  const threaded = threads.length > 0;
  return {
    head: [words.date, words.event, ...(threaded ? [figureWords(language).thread] : [])],
    ...(events.some(({ key }) => key !== undefined) && { keys: events.map(({ key = '' }) => key) }),
    rows: events.map(({ on, text, thread = '' }) => [formatEdtf(on, language), text, ...(threaded ? [thread] : [])]),
  };
}
