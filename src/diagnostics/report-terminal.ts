/**
 * Findings for people at a terminal: what, where, the line itself with the place marked, and how to mend it.
 * Not here: where it is printed and whether in colour (cli).
 */
import pc from 'picocolors';
import { spellPlace } from '../model/place.js';
import { codeFrame, visible } from './code-frame.js';
import type { Diagnostic, Severity } from './diagnostic.js';

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width?: number | undefined;
  /** The book folder as the reader would type it, put before each file's name. */
  readonly folder?: string | undefined;
  /** How many findings the book silences. */
  readonly silenced?: number;
}

/**
 * @param sources the text of a file, if it can be had; a finding without it is shown without its line
 * @returns lines that end in a line feed; nothing for no findings
 */
export function renderFindings(findings: readonly Diagnostic[], sources: (file: string) => string | undefined, options: TerminalOptions): string {
  if (findings.length === 0) return '';
  const lineOf = lineReader(sources);
  const paint = palette(options.color);
  const shown = findings.map((finding) => render(finding, lineOf, paint, options));
  return `${shown.join('\n')}\n${summary(findings, options.silenced ?? 0, paint)}\n`;
}

type Palette = ReturnType<typeof palette>;
type LineReader = (file: string, line: number) => string | undefined;

const palette = (color: boolean) => {
  const { bold, dim, red, yellow, cyan } = pc.createColors(color);
  return { bold, dim, hint: cyan, error: red, warning: yellow };
};

function render({ place, severity, code, message, hints }: Diagnostic, lineOf: LineReader, paint: Palette, { width = 100, folder }: TerminalOptions): string {
  const prefix = folder === undefined || folder === '' || folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`;
  const lines = [`${paint.bold(visible(prefix + spellPlace(place)))}  ${paint[severity](`${severity} ${code}`)}  ${visible(message)}`];
  const line = place.line === undefined ? undefined : lineOf(place.file, place.line);
  if (line !== undefined) {
    const number = String(place.line);
    const gutter = `  ${' '.repeat(number.length)} | `;
    const frame = codeFrame(line, place.column ?? 1, place.length ?? 1, Math.max(20, width - gutter.length));
    lines.push(paint.dim(`  ${number} | `) + frame.text);
    if (place.column !== undefined) lines.push(paint.dim(gutter) + paint[severity](frame.marks));
  }
  for (const hint of hints) {
    const where = hint.place ? ` (${spellPlace(hint.place)})` : '';
    lines.push(`  ${paint.hint('hint:')} ${visible(hint.text + where)}`);
  }
  return lines.map((text) => `${text}\n`).join('');
}

function summary(findings: readonly Diagnostic[], silenced: number, paint: Palette): string {
  const count = (severity: Severity): string[] => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [paint[severity](`${number} ${severity}${number === 1 ? '' : 's'}`)];
  };
  return [...count('error'), ...count('warning'), ...(silenced > 0 ? [paint.dim(`${silenced} silenced`)] : [])].join(', ');
}

/** Splits each file once, however many findings it has. */
function lineReader(sources: (file: string) => string | undefined): LineReader {
  const files = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = files.get(file) ?? (sources(file) ?? '').split(/\r\n|\n|\r/);
    files.set(file, lines);
    return lines[line - 1];
  };
}
