import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/diagnostics/code-frame.js';
import { type Diagnostic, Findings } from '../../src/diagnostics/diagnostic.js';
import { nearest } from '../../src/diagnostics/nearest.js';
import { reportJson } from '../../src/diagnostics/report-json.js';
import { renderFindings } from '../../src/diagnostics/report-terminal.js';

const line = 'as the commercial accord showed [@clark1991, p. 12]';

function find(): Diagnostic[] {
  const findings = new Findings();
  const place = { file: '03-thaw.md', line: 41, column: 34, length: 10 };
  findings.report('c-001', place, 'citation key `clark1991` is not in the bibliography', { text: '`clarke1991` exists', place: { file: 'references.bib', line: 18 } });
  findings.report('c-005', { file: 'references.bib' }, 'nobody cites `mack1994`', 'cite it or take it out');
  findings.report('c-005', { file: 'references.bib', line: 3 }, 'nobody cites `gone`');
  return findings.list();
}

const sources = (file: string): string | undefined => (file === '03-thaw.md' ? `${'\r\n'.repeat(40)}${line}\r\nnext` : undefined);

describe('the report at a terminal', () => {
  test('shows what, where, the line, how to mend it, and counts', () => {
    expect(renderFindings(find(), sources, { color: false, folder: 'manuscript/italo-soviet-pact/' })).toBe(`\
manuscript/italo-soviet-pact/03-thaw.md:41:34  error c-001  citation key \`clark1991\` is not in the bibliography
  41 | as the commercial accord showed [@clark1991, p. 12]
     |                                  ^^^^^^^^^^
  hint: \`clarke1991\` exists (references.bib:18)

manuscript/italo-soviet-pact/references.bib  warning c-005  nobody cites \`mack1994\`
  hint: cite it or take it out

manuscript/italo-soviet-pact/references.bib:3  warning c-005  nobody cites \`gone\`

1 error, 2 warnings
`);
  });

  test('is nothing for no findings', () => {
    expect(renderFindings([], sources, { color: true })).toBe('');
  });

  test('has colours only when asked, and the same words', () => {
    const colored = renderFindings(find(), sources, { color: true });
    expect(colored).toContain('\u001b[31m');
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(renderFindings(find(), sources, { color: false }));
  });

  test('a manuscript cannot steer the terminal', () => {
    const [finding] = find();
    const hostile = renderFindings([{ ...(finding as Diagnostic), message: 'bad \u001b]0;title\u0007', place: { file: 'a.md', line: 1, column: 1 } }], () => '\u001b[2Jx\u009b', { color: false });
    expect(hostile).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(hostile).toContain('bad ␛]0;title␇');
    expect(hostile).toContain('  1 | ␛[2Jx�');
  });

  test('a line that is no longer there is left out', () => {
    const [finding] = find();
    expect(renderFindings([finding as Diagnostic], () => 'short', { color: false })).not.toContain('|');
  });
});

describe('a code frame', () => {
  test.each<[string, string, number, number, string, string]>([
    ['the first letter', 'abc', 1, 1, 'abc', '^'],
    ['several letters', 'abcdef', 3, 2, 'abcdef', '  ^^'],
    ['no length', 'abc', 2, 0, 'abc', ' ^'],
    ['behind the end', 'abc', 9, 4, 'abc', '   ^'],
    ['over the end', 'abc', 3, 9, 'abc', '  ^'],
    ['an empty line', '', 1, 1, '', '^'],
    ['tabs before it', '\t\tx y', 5, 1, '\t\tx y', '\t\t  ^'],
    ['wide letters before and in it', '漢字 漢字', 4, 2, '漢字 漢字', '     ^^^^'],
    ['a letter made of two', 'e\u0301a b', 3, 1, 'e\u0301a b', ' ^'],
    ['a pair of code units', '😀x', 3, 1, '😀x', '  ^'],
  ])('marks %s', (_name, source, column, length, text, marks) => {
    expect(codeFrame(source, column, length, 80)).toEqual({ text, marks });
  });

  const long = Array.from({ length: 60 }, (_, index) => `word${String(index).padStart(2, '0')}`).join(' ');
  test.each<[string, number, number]>([
    ['beginning', 1, 6],
    ['middle', 211, 6],
    ['end', long.length - 5, 6],
    ['whole', 1, long.length],
  ])('of a long line shows only what stands around its %s', (_name, column, length) => {
    const { text, marks } = codeFrame(long, column, length, 40);
    expect([...text].length).toBeLessThanOrEqual(40);
    expect([...text].length).toBeGreaterThan(35);
    expect(text.startsWith('…')).toBe(column > 30);
    expect(text.endsWith('…')).toBe(column < 300);
    const at = marks.indexOf('^');
    expect(text.slice(at, at + 6)).toBe(long.slice(column - 1, column + 5));
    expect(marks.length).toBeLessThanOrEqual(40);
    expect(at > 10 && at < 30).toBe(column === 211);
  });

  test('never cuts a character in two', () => {
    const { text } = codeFrame('😀'.repeat(100), 101, 2, 21);
    expect(text.replace(/[😀…]/gu, '')).toBe('');
  });
});

describe('the report for programs', () => {
  test('keeps its keys in order and leaves out what is not known', () => {
    const report = reportJson({ findings: find(), silenced: [{ ...(find()[1] as Diagnostic), because: 'cited in the second volume' }], timings: { read: 12.345, print: 100 }, pages: 80, outputs: [{ target: 'pdf', path: 'build/a.pdf', bytes: 5 }], parity: [{ construct: 'link', count: 2, place: { file: 'a.md', line: 3 }, outputs: { pdf: { state: 'shown' } } }] });
    expect(JSON.stringify(report)).toBe(
      JSON.stringify({
        version: 1,
        errors: 1,
        warnings: 2,
        pages: 80,
        outputs: [{ target: 'pdf', path: 'build/a.pdf', bytes: 5 }],
        findings: [
          {
            code: 'c-001',
            severity: 'error',
            file: '03-thaw.md',
            line: 41,
            column: 34,
            length: 10,
            message: 'citation key `clark1991` is not in the bibliography',
            hints: [{ text: '`clarke1991` exists', file: 'references.bib', line: 18 }],
          },
          { code: 'c-005', severity: 'warning', file: 'references.bib', message: 'nobody cites `mack1994`', hints: [{ text: 'cite it or take it out' }] },
          { code: 'c-005', severity: 'warning', file: 'references.bib', line: 3, message: 'nobody cites `gone`', hints: [] },
        ],
        silenced: [{ code: 'c-005', severity: 'warning', file: 'references.bib', message: 'nobody cites `mack1994`', hints: [{ text: 'cite it or take it out' }], because: 'cited in the second volume' }],
        parity: [{ construct: 'link', count: 2, file: 'a.md', line: 3, pdf: { state: 'shown' } }],
        timings: { read: 12.3, print: 100 },
      }),
    );
  });
});

describe('nearest', () => {
  test.each<[string, string[], string[]]>([
    ['clark1991', ['mack1994', 'clarke1991', 'clark1990'], ['clark1990', 'clarke1991']],
    ['tabel', ['table', 'label', 'cable'], ['label', 'table']],
    ['Evidence', ['evidence', 'glossary'], ['evidence']],
    ['biblio', ['bibliography', 'index'], ['bibliography']],
    ['fig:map', ['tbl:grain', 'eq:x'], []],
    ['x', ['people', 'places'], []],
    ['', ['people'], []],
    ['page', ['pages', 'pages', 'pale', 'rage', 'sage'], ['pages', 'pale', 'rage']],
  ])('%s', (name, known, expected) => {
    expect(nearest(name, known)).toEqual(expected);
  });

  test('gives no more than it is asked for', () => {
    expect(nearest('page', ['pages', 'pale', 'rage'], 1)).toEqual(['pages']);
  });
});
