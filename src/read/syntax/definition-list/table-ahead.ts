import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, State } from 'micromark-util-types';
import { delimiterRow } from '../gfm/delimiter-row.js';
import { characterOf } from '../scan/ahead.js';

/**
 * Whether the paragraph that begins here has a table right below it, with or without blank lines between. The lines are read as
 * the document has them, marks of quotations and indent of lists included; a table that is indented stands in the definition.
 */
export const tableAhead: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const column = this.now().column;
    let line = '';
    let head = '';
    /** Blank lines after the paragraph, then one that may be a table's head: what follows it decides. */
    let isBelow = false;
    let isPastHead = false;

    const atEnd = (code: Code): State | undefined => {
      const isBlank = line.replace(/^[ \t>]*/, '') === '';
      const indent = line.length - line.replace(/^[ \t>]*/, '').length;
      const isTable = head !== '' && indent <= column && line.includes('|') && delimiterRow.test(line);
      if (isTable || code === codes.eof || isPastHead) return finish(code, isTable);
      if (isBlank) isBelow = true;
      else isPastHead = isBelow;
      head = isBlank ? '' : line;
      line = '';
      effects.consume(code);
      return inside;
    };
    const inside: State = (code) => {
      if (code === codes.eof || markdownLineEnding(code)) return atEnd(code);
      line += characterOf(code);
      effects.consume(code);
      return inside;
    };
    const finish = (code: Code, isTable: boolean): State | undefined => {
      effects.exit('data');
      return (isTable ? ok : nok)(code);
    };
    return (code) => {
      effects.enter('data');
      return inside(code);
    };
  },
};
