/** The Pact booklet in three kinds of style, by changing one line of its `book.yaml`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveBook } from '../../src/build-book.js';
import { listCitations } from '../../src/cite/list-citations.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';
import { pactFolder } from './manuscript.js';

const config = join(pactFolder, 'book.yaml');
const line = '  style: chicago-fullnote-bibliography\n';

async function inStyle(style: string) {
  const written = await readFile(config, 'utf8');
  expect(written).toContain(line);
  const { resolved, findings } = await resolveBook(pactFolder, memoryWorld({ [config]: written.replace(line, `  style: ${style}\n`) }, {}, machineWorld().disk));
  if (!resolved) throw new Error(JSON.stringify(findings));
  const [cited = '', entries = ''] = listCitations(resolved).split('\n\n');
  return { resolved, findings, cited, entries: new Map(entries.trim().split('\n').map((entry): [string, string] => [entry.slice(0, entry.indexOf('  ')), entry.slice(entry.indexOf('  ') + 2)])) };
}

const styles: [style: string, expected: Readonly<Record<string, string>>, cited: readonly string[]][] = [
  [
    'chicago-fullnote-bibliography',
    {
      clarke1991: '———. *Russia and Italy against Hitler: The Bolshevik-Fascist Rapprochement of the 1930s*. Westport, CT: Greenwood Press, 1991.',
      clarke2013:
        'Clarke, J. Calvitt, III. ‘[Chapter on the Soviet Union; title not seen, author inferred]’. In *Collision of Empires: Italy’s Invasion of Ethiopia and Its International Impact*, edited by G. Bruce Strang. Farnham: Ashgate, 2013. https://doi.org/10.4324/9781315572727-12.',
      stokergrant2003: 'Stoker, Donald J., and Jonathan A. Grant, eds. *Girding for Battle: The Arms Trade in a Global Perspective, 1815–1940*. Westport, CT: Praeger, 2003.',
    },
    [
      'Donald J. Stoker and Jonathan A. Grant, eds., *Girding for Battle: The Arms Trade in a Global Perspective, 1815–1940* (Westport, CT: Praeger, 2003), 180.',
      'Stoker and Grant, *Girding for Battle*, 180.',
      'in *Girding for Battle: The Arms Trade in a Global Perspective, 1815–1940*, ed. Donald J. Stoker and Jonathan A. Grant (Westport, CT: Praeger, 2003).',
      'J. Calvitt Clarke III, ‘Italo-Soviet Military Relations in 1933 and 1934: Manifestations of Cordiality’ (Paper given at the Duquesne History Forum, Pittsburgh, 27 October 1988)',
    ],
  ],
  [
    'apa',
    {
      clarke1991: 'Clarke, J. C., III. (1991). *Russia and Italy against Hitler: The Bolshevik-Fascist rapprochement of the 1930s*. Greenwood Press.',
      clarke2013:
        'Clarke, J. C., III. (2013). [Chapter on the Soviet Union; title not seen, author inferred]. In G. B. Strang (Ed.), *Collision of empires: Italy’s invasion of Ethiopia and its international impact*. Ashgate. https://doi.org/10.4324/9781315572727-12',
      stokergrant2003: 'Stoker, D. J., & Grant, J. A. (Eds.). (2003). *Girding for battle: The arms trade in a global perspective, 1815–1940*. Praeger.',
    },
    ['(Stoker & Grant, 2003, p. 180)', '(Clarke, 1996b, 1997)', '(Clarke, 1996a, pp. 30–39)'],
  ],
  [
    'vancouver',
    {
      clarke1991: '17. Clarke JC III. Russia and Italy against Hitler: The Bolshevik-Fascist rapprochement of the 1930s. Westport, CT: Greenwood Press; 1991.',
      clarke2013:
        '36. Clarke JC III. [Chapter on the Soviet Union; title not seen, author inferred]. In: Strang GB, editor. Collision of empires: Italy’s invasion of Ethiopia and its international impact. Farnham: Ashgate; 2013.',
      stokergrant2003: '4. Stoker DJ, Grant JA, editors. Girding for battle: The arms trade in a global perspective, 1815–1940. Westport, CT: Praeger; 2003.',
    },
    ['(18,19)'],
  ],
];

describe.each(styles)('in %s', async (style, expected, citations) => {
  const { resolved, findings, cited, entries } = await inStyle(style);

  test('nothing is found that is not found in the style it was written in', () => {
    expect(findings).toEqual([]);
  });

  test('editors are editors, a chapter is in its book, and names have their parts', () => {
    expect(Object.fromEntries([...entries].filter(([key]) => key in expected))).toEqual(expected);
  });

  test('citations are as the style wants them', () => {
    for (const words of citations) expect(cited).toContain(words);
  });

  test('an entry says its year where one is known, and “n.d.” only where none is', () => {
    for (const [key, entry] of entries) {
      const issued = resolved.library.entries.get(key)?.csl.issued;
      const year = issued?.['date-parts']?.[0]?.[0];
      if (year === undefined) expect(entry).not.toMatch(/\((?:19|20)\d\d/);
      else {
        expect(entry).toContain(String(year));
        expect(entry).not.toContain('n.d.');
      }
    }
  });

  test('ranges have en dashes', () => {
    const ranges = [cited, ...entries.values()].join('\n').replaceAll(/https?:\S+/g, '').match(/\b\d+-\d+\b/g);
    expect(ranges).toBeNull();
  });
});
