/**
 * Prints the sheets of a booklet that have to be printed again, each to be put in the place of the one that it replaces.
 *
 * Before them stands a page that says so, with an empty back, so that it can be printed with them on both sides. The sheets themselves
 * say nothing of it: pages fill them to their edges.
 */
import type { PDFPage } from 'pdf-lib';
import type { BookPages } from '../edition/pages-file.js';
import type { Px } from '../model/unit.js';
import type { Side } from '../print/booklet-order.js';
import { type ImposedSide, imposeSides, sheetFor } from '../print/impose.js';
import { loadPrinted } from '../print/load-printed.js';
import type { Comparison } from './comparison.js';
import { pagesOf } from './find-sheets.js';
import { phraseSheet, phraseSheets, sentence } from './phrase.js';
import { printNotice } from './print-notice.js';
import type { Stage, StageSetting } from './stage.js';

const pointsPerPx = 0.75;
const empty: Side = [null, null];

export async function printSheets(comparison: Comparison, { facts }: BookPages, stage: Stage, setting: StageSetting): Promise<Uint8Array> {
  const { wanted } = comparison.sheets;
  const sheet = sheetFor({ width: facts.width * pointsPerPx, height: facts.height * pointsPerPx });
  const paper: { readonly width: Px; readonly height: Px } = { width: sheet.width / pointsPerPx, height: sheet.height / pointsPerPx };

  const needed = [...new Set(wanted.flatMap(pagesOf))].sort((one, other) => one - other);
  const printed = needed.length > 0 ? await stage.print(needed.map((number) => number - 1), false) : undefined;
  const notice = await openPages(await printNotice({ title: facts.title, lines: instructions(comparison), list: wanted.map((one) => phraseSheet(comparison, one)) }, paper, setting));

  const place = new Map(needed.map((number, index) => [number, index + 1]));
  const renumber = (number: number | null): number | null => (number === null ? null : (place.get(number) ?? null));
  const sides: ImposedSide[] = [
    ...notice.map((over) => ({ side: empty, over })),
    ...(notice.length % 2 === 1 && wanted.length > 0 ? [{ side: empty }] : []),
    ...wanted.flatMap(({ sides: both }) => both).map(([left, right]): ImposedSide => ({ side: [renumber(left), renumber(right)] })),
  ];
  const { title, language, date, identifier } = facts;
  return imposeSides(await loadPrinted(printed ?? (await printNotice({ title: '', lines: [] }, facts, setting))), sides, { title: `${title}: sheets to print again`, authors: [], language, keywords: [], date, id: `${identifier} sheets` });
}

const openPages = async (pdf: Uint8Array): Promise<PDFPage[]> => (await loadPrinted(pdf)).getPages();

function instructions(comparison: Comparison): string[] {
  const { sheets: { wanted, total, before } } = comparison;
  const what = sentence(phraseSheets(comparison));
  const from = `From ${comparison.before.name} to ${comparison.after.name}.`;
  if (wanted.length === 0) return [what, from];
  const how = 'Print on both sides, turned on the short edge, at full size. Sheets are counted from the outermost, the one with the cover, inwards.';
  const where = total === before ? 'Take out the staples, and put each sheet in the place of the one with its number.' : 'They make a whole booklet: none of the sheets of before has a place in it.';
  return [what, from, how, where, 'This page and its empty back are no part of the booklet.'];
}
