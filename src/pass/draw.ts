/**
 * Draws every chart and timeline that the manuscript asks for.
 *
 * In: `Cited`. Out: a drawing per directive. Reports d-006 where data cannot be drawn, d-002 where an attribute is wrong.
 * Not here: how a drawing is made (src/draw).
 */
import { nearest } from '../diagnostics/nearest.js';
import { drawChart } from '../draw/draw-chart.js';
import { drawTimeline, type TimelineEvent, type TimelineRequest } from '../draw/draw-timeline.js';
import { chartKinds, isFault, type ChartKind, type ChartRequest, type Fault } from '../draw/chart-request.js';
import type { BookDrawing, Drawing } from '../draw/drawing.js';
import { measureText, type FontWeight, type TextMeasure } from '../draw/measure-text.js';
import { readTable } from '../draw/read-table.js';
import type { Context } from '../model/context.js';
import type { Nodes } from 'mdast';
import type { Cited, Collected, Source } from '../model/document.js';
import { geometryOf } from '../model/geometry.js';
import type { NodeId } from '../model/id.js';
import { anchorOf } from '../model/id.js';
import { isSame } from '../model/is-same.js';
import type { Place } from '../model/place.js';
import { placeOf, placeWithin } from '../model/source.js';
import { plain } from '../read/read-chapter.js';
import type { Px } from '../model/unit.js';
import { insideBook } from '../read/read-file.js';
import { writtenData } from './collect/drawing.js';
import { claims, findFaces } from '../typeface/faces.js';
import { KeptStep, type Shelf } from '../world/kept.js';
import type { Disk } from '../world/world.js';
import { sortedEntries } from './walk.js';

type Chart = Collected['charts'][number];

/** What a telephone shows of a line in the usual type, and nearly all of its height: a drawing of this size keeps its type's size there. */
const telephone: Size = { width: 310, height: 500 };

interface Size {
  readonly width: Px;
  /** A wish, of timelines alone. */
  readonly height: Px;
}

/** A drawing, and what it was drawn from. */
interface Drawn {
  readonly request: ChartRequest | TimelineRequest;
  readonly drawing: Drawing | Fault;
}

const keptDrawings = new KeptStep<Drawn>();
const keptMeasures = new KeptStep<TextMeasure>();

export async function drawFigures(cited: Cited, { world, report, kept }: Context): Promise<Map<NodeId, BookDrawing>> {
  const shelf = keptDrawings.turn(kept);
  const drawings = new Map<NodeId, BookDrawing>();
  const measure = await figureMeasure(cited, world.disk, keptMeasures.turn(kept));
  const { measure: width, depth } = geometryOf(cited.config);
  let events: readonly TimelineEvent[] | undefined;
  for (const chart of cited.charts) {
    const draw = (size: Size) => (chart.node.name === 'timeline' ? timeline(chart, size) : plot(chart, size));
    const drawing = draw({ width, height: depth * 0.69 });
    if (drawing === undefined) continue;
    if (isFault(drawing)) {
      report('d-006', placeOf(chart.source, chart.node), drawing.fault, ...drawing.hints);
      continue;
    }
    const narrow = width > telephone.width ? draw(telephone) : drawing;
    drawings.set(chart.id, { ...drawing, narrow: narrow === undefined || isFault(narrow) ? drawing.svg : narrow.svg });
  }
  return drawings;

  function plot({ node, source }: Chart, { width }: Size): Drawing | Fault | undefined {
    const { kind = '', data = '', x, y, x2, unit, alt, id } = node.attributes ?? {};
    const asset = cited.assets.get(insideBook(data ?? '') ?? '');
    const written = writtenData(node);
    if ((!asset && !written) || !x || !y || !alt || !id) return undefined;
    if (!(chartKinds as readonly string[]).includes(kind ?? '')) {
      report('d-002', placeWithin(source, node, `kind=${kind}`), `\`kind=${kind}\` is not a kind of chart`, ...nearest(kind ?? '', chartKinds).map((like) => `\`${like}\` exists`), `the kinds are ${chartKinds.join(', ')}`);
      return undefined;
    }
    const text = asset ? utf8(asset.bytes) : written?.value;
    const table = text === undefined ? { fault: 'it is not UTF-8 text', line: 1 } : readTable(text);
    if ('fault' in table) {
      report('d-006', asset ? { file: asset.path, line: table.line } : placeOfLine(written ?? node, table.line, source), table.fault);
      return undefined;
    }
    return drawAgain({ kind: kind as ChartKind, table, x, y, ...(x2 && { x2 }), ...(unit && { unit }), alt, idPrefix: anchorOf(id), language: cited.config.language, measure, width }, drawChart);
  }

  function timeline({ node, source }: Chart, size: Size): Drawing | Fault | undefined {
    const { from, to, alt, id } = node.attributes ?? {};
    if (!alt || !id) return undefined;
    const [start, end] = [from, to].map((year) => (year ? Number(year) : undefined));
    const wrong = ([['from', start], ['to', end]] as const).filter(([, year]) => year !== undefined && !Number.isInteger(year));
    for (const [name] of wrong) report('d-002', placeOf(source, node), `\`${name}\` is not a year`);
    if (wrong.length > 0) return undefined;
    events ??= eventsOf(cited);
    return drawAgain({ events, ...(start !== undefined && { from: start }), ...(end !== undefined && { to: end }), alt, idPrefix: anchorOf(id), language: cited.config.language, measure, ...size }, drawTimeline);
  }

  function drawAgain<Request extends Drawn['request']>(request: Request, draw: (request: Request) => Drawing | Fault): Drawing | Fault {
    const name = `${request.idPrefix} ${request.width}`;
    const known = shelf.take(name);
    const drawing = known && isSame(known.request, request) ? known.drawing : draw(request);
    shelf.put(name, { request, drawing });
    return drawing;
  }
}

/** The register of dates in the order of time: the same for each timeline. */
function eventsOf(cited: Cited): TimelineEvent[] {
  return sortedEntries(cited, 'dates').map((entry) => ({
    key: entry.key,
    on: entry.fields['on'] ?? '',
    text: entry.fields['short'] ?? plain(entry.texts['event']?.tree.children ?? []),
    ...(entry.fields['thread'] !== undefined && { thread: entry.fields['thread'] }),
  }));
}

/** The line of a fenced block's own text that has a fault: the fence is the line above the first. */
function placeOfLine(block: Nodes, line: number, source: Source): Place {
  const { file, line: fence = 1 } = placeOf(source, block);
  return { file, line: fence + line };
}

/** A file in another encoding would give wrong words without a word. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return undefined;
  }
}

/** Widths as the figures' own face has them: the drawing is finished before a browser runs. */
async function figureMeasure(cited: Cited, disk: Disk, shelf: Shelf<TextMeasure>): Promise<TextMeasure> {
  // A font is dear to open: only those are that hold a letter of some figure, and the Latin one for its figures and signs.
  const data = [...cited.assets.values()].filter((asset) => asset.mediaType === 'text/csv').map((asset) => new TextDecoder().decode(asset.bytes));
  const written = cited.charts.flatMap(({ node }) => writtenData(node)?.value ?? []);
  const events = cited.registers.dates.flatMap((entry) => [...Object.values(entry.fields), ...Object.values(entry.texts).map((source) => source.text)]);
  const letters = [...new Set([...data, ...written, ...events].join(''))].map((letter) => letter.codePointAt(0) as number);
  const faces = (await findFaces(disk)).filter((face) => face.family === 'Source Sans 3' && (face.subset === 'latin' || letters.some((letter) => claims(face, letter))));
  const name = faces.map(({ path }) => path).join('\n');
  const measure = shelf.take(name) ?? measureText(await Promise.all(faces.map(async (face) => ({ weight: face.weight as FontWeight, bytes: await disk.read(face.path) }))));
  shelf.put(name, measure);
  return measure;
}
