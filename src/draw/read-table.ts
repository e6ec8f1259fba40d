/**
 * Data for a figure: CSV with a header row. Comma, semicolon or tab is found out; BOM, quotes and any line end are read.
 * Rows without a single value are skipped. Cells stay text: what they mean is the chart's matter (draw/read-cell.ts).
 */
import { CsvError, parse } from 'csv-parse/sync';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export interface TableFault {
  /** In lower case without a full stop. */
  readonly fault: string;
  /** 1-based line of the file. */
  readonly line: number;
}

interface Reading {
  readonly result: Table | TableFault;
  /** Cells of the header. */
  readonly width: number;
}

const delimiters = ['\t', ';', ','] as const;

/**
 * The delimiter is the one that gives every row as many cells as the header, and the most of them; when two give equally
 * many, the rarer sign, since commas also stand in words and numbers.
 */
export function readTable(text: string): Table | TableFault {
  if (text.includes('\0')) return { fault: 'the file is not text in UTF-8', line: 1 };
  const readings = delimiters.map((delimiter) => readWith(text, delimiter));
  const wide = readings.filter(({ width }) => width > 1);
  const sound = wide.filter(({ result }) => 'columns' in result);
  const candidates = sound.length > 0 ? sound : wide.length > 0 ? wide : readings;
  return candidates.reduce((best, reading) => (reading.width > best.width ? reading : best)).result;
}

function readWith(text: string, delimiter: string): Reading {
  const rows: Row[] = [];
  try {
    parse(text, {
      delimiter,
      bom: true,
      trim: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, line: lines });
        return null;
      },
    });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    // A mark that is never closed is found at the end of the file, but its row begins after the last whole one.
    const line = thrown.code === 'CSV_QUOTE_NOT_CLOSED' ? (rows.at(-1)?.line ?? 0) + 1 : Number(thrown['lines'] ?? 1);
    return { result: { fault: quoteFault(thrown.code), line }, width: rows[0]?.cells.length ?? 0 };
  }
  const [head, ...body] = rows;
  if (head === undefined) return { result: { fault: 'the file is empty', line: 1 }, width: 0 };
  return { result: tableOf(head, body), width: head.cells.length };
}

interface Row {
  readonly cells: readonly string[];
  /** The line it ends on, 1-based. */
  readonly line: number;
}

function tableOf(head: Row, body: readonly Row[]): Table | TableFault {
  const { cells: columns, line } = head;
  const nameless = columns.findIndex((column) => column === '');
  if (nameless >= 0) return { fault: `column ${nameless + 1} has no name`, line };
  const twice = columns.find((column, index) => columns.indexOf(column) < index);
  if (twice !== undefined) return { fault: `two columns are named \`${twice}\``, line };
  const odd = body.find(({ cells }) => cells.length !== columns.length);
  if (odd !== undefined) {
    const count = odd.cells.length === 1 ? '1 cell' : `${odd.cells.length} cells`;
    return { fault: `a row has ${count} where the header has ${columns.length}`, line: odd.line };
  }
  const rows = body.map(({ cells }) => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
  return { columns, rows };
}

const quoteFault = (code: string): string => {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark opens a cell and is never closed';
    case 'INVALID_OPENING_QUOTE':
      return 'a quotation mark stands inside a cell that is not quoted (quote the cell and double the mark)';
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return 'a quoted cell goes on after its closing quotation mark (double a mark inside a quoted cell)';
    default:
      return 'the file is not valid CSV';
  }
};
