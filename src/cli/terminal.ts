import { join } from 'node:path';
import pc from 'picocolors';
import { renderFindings } from '../diagnostics/report-terminal.js';
import type { BuildResult } from '../build-book.js';
import { phraseChanges } from '../edition/phrase-changes.js';
import type { PagesNews } from '../watch/protocol.js';
import type { Update } from '../watch/watch-book.js';
import type { World } from '../world/world.js';

type Told = Pick<BuildResult, 'findings' | 'silenced' | 'isRecalled'>;

export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** The words of a stage while it works. */
const doing: Readonly<Record<string, string>> = {
  config: 'reading book.yaml',
  read: 'reading the manuscript',
  collect: 'collecting annotations',
  number: 'numbering',
  cite: 'setting citations',
  resolve: 'resolving references',
  check: 'checking',
  lower: 'lowering',
  print: 'laying out and printing',
  finish: 'finishing the PDF, imposing the booklet',
  illustrate: 'drawing the cover of the EPUB',
  epub: 'packing the EPUB',
  validate: 'checking the EPUB',
  preview: 'writing the preview',
  edition: 'comparing with the recorded edition',
  keep: 'keeping the pages',
  compare: 'comparing the pages',
  shoot: 'taking pictures of the pages',
  sheets: 'printing what changed',
  cards: 'writing the cards',
};

/** What the commands say: progress on one line of a terminal, as plain lines elsewhere. */
export class Terminal {
  readonly #color: boolean;
  #shown = false;

  constructor(
    private readonly out: Stream,
    private readonly err: Stream,
    world: World,
  ) {
    this.#color = out.isTTY === true && !world.env('NO_COLOR');
  }

  readonly stage = (stage: string, detail?: string): void => {
    const words = stage === 'pages' ? `${detail} pages` : (doing[stage] ?? stage);
    if (this.out.isTTY) {
      this.out.write(`\r\x1b[2K${this.#paint('dim', `${words} …`)}`);
      this.#shown = true;
    } else if (stage === 'pages' || stage === 'print' || stage === 'read') this.out.write(`${words}\n`);
  };

  /** Takes the progress line away. */
  clear(): void {
    if (this.#shown) this.out.write('\r\x1b[2K');
    this.#shown = false;
  }

  findings({ findings, silenced }: Pick<BuildResult, 'findings' | 'silenced'>, source: (file: string) => string | undefined): void {
    if (findings.length > 0) this.err.write(`${renderFindings(findings, source, { color: this.#color, silenced: silenced.length, ...(this.err.columns !== undefined && { width: this.err.columns }) })}\n`);
  }

  summary(result: BuildResult, folder: string, seconds: number): void {
    for (const { name, bytes, target } of result.outputs) {
      const pages = target === 'pdf' || target === 'preview' || target === 'pages' ? `${result.pages} pages, ` : target === 'booklet' ? `${Math.ceil(result.pages / 4)} sheets, ` : '';
      this.out.write(`${this.#paint('bold', join(folder, name))}  ${pages}${size(bytes.length)}\n`);
    }
    if (result.edition?.changes) this.out.write(`${phraseChanges(result.edition.changes)}\n`);
    this.out.write(result.outputs.length > 0 ? `${this.#paint('dim', `in ${seconds.toFixed(1)} s${alone(result)}`)}\n` : 'nothing was written: mend the errors first\n');
  }

  checked(result: Told, seconds: number): void {
    this.out.write(`${result.findings.length === 0 ? 'nothing to mend' : 'checked'} ${this.#paint('dim', `in ${seconds.toFixed(1)} s${alone(result)}`)}\n`);
  }

  /** One line for one update of a book that is watched. */
  updated(time: string, { pages, findings: news, milliseconds }: Update): void {
    const findings = news?.findings ?? [];
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const shown = pages ? `${phrasePages(pages)} in ${Math.round(milliseconds)} ms` : `${count(errors, 'error')}: pages and files stay as they were`;
    this.out.write(`${this.#paint('dim', time)}  ${shown}${pages && findings.length > 0 ? `, ${count(findings.length, 'finding')}` : ''}\n`);
  }

  /** What was asked for, to the letter. */
  print(text: string): void {
    this.out.write(text);
  }

  complain(message: string): void {
    this.err.write(`${message}\n`);
  }

  #paint(style: 'bold' | 'dim', text: string): string {
    return this.#color ? pc.createColors(true)[style](text) : text;
  }
}

/** In thousands or millions of bytes. */
export const size = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** `pages 12 and 13`, `9 pages from 12 on`, `no page` changed; at first, how many there are. */
function phrasePages({ revision, pages, changed }: PagesNews): string {
  if (revision === 1) return count(pages.length, 'page');
  const [first = 0, second] = changed;
  const name = (index: number): string => pages[index]?.folio || `${index + 1}`;
  if (changed.length > 2) return `${changed.length} pages changed, the first of them ${name(first)},`;
  return changed.length === 0 ? 'no page changed' : second === undefined ? `page ${name(first)} changed` : `pages ${name(first)} and ${name(second)} changed`;
}

/** What is silenced is counted with the findings, or here when there are none. */
const alone = ({ findings, silenced, isRecalled }: Told): string => `${isRecalled ? ', as nothing changed' : ''}${findings.length === 0 && silenced.length > 0 ? `, ${silenced.length} silenced` : ''}`;
