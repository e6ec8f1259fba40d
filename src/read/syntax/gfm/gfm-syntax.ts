/**
 * GFM, without the constructs that can only fail in a given text. They are asked at nearly every letter (bare addresses) and at
 * every line (tables), which takes longer than all the rest of reading.
 *
 * The tree is that of the whole of GFM: each condition here is weaker than what the construct itself asks for.
 */
import { gfm } from 'micromark-extension-gfm';
import type { Construct, ConstructRecord, Extension } from 'micromark-util-types';
import { followsTable } from '../table-caption/table-caption-syntax.js';
import { delimiterRow } from './delimiter-row.js';

const whole = gfm({ singleTilde: false });

/** What a text holds if one of these constructs is in it. Source: micromark-extension-gfm-autolink-literal. */
const addresses: Readonly<Record<string, RegExp>> = {
  emailAutolink: /[-+.\w]@[-\w]*\.[A-Za-z\d]/,
  protocolAutolink: /https?:\/\//i,
  wwwAutolink: /www\./i,
};

export function gfmSyntax(source: string): Extension {
  const missing = new Set(Object.keys(addresses).filter((name) => addresses[name]?.test(source) === false));
  return {
    ...whole,
    text: eachConstruct(whole.text, (construct) => (missing.has(construct.name ?? '') ? [] : [construct])),
    flow: eachConstruct(whole.flow, (construct) => [construct.name === 'table' ? whereDelimited(construct, source) : construct]),
  };
}

function eachConstruct(record: ConstructRecord | undefined, change: (construct: Construct) => Construct[]): ConstructRecord {
  return Object.fromEntries(Object.entries(record ?? {}).map(([code, constructs]) => [code, [constructs ?? []].flat().flatMap(change)]));
}

const lineEnding = /\r\n|\n|\r/;

/** Tables begin only where the next line may be a delimiter row. */
function whereDelimited(table: Construct, source: string): Construct {
  const heads = new Set(source.split(lineEnding).flatMap((line, before) => (delimiterRow.test(line) ? [before] : [])));
  return {
    ...table,
    tokenize(effects, ok, nok) {
      return heads.has(this.now().line) || followsTable(this.events) ? table.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
}
