/** The endings of names that say how a file of sources is read: apart from the readers, which take long to load. */
import { extname } from 'node:path';

export const sourceEndings = ['.bib', '.bibtex', '.biblatex', '.ris', '.json', '.yaml', '.yml'] as const;

export type SourceEnding = (typeof sourceEndings)[number];

export function endingOf(file: string): SourceEnding | undefined {
  const ending = extname(file).toLowerCase();
  return sourceEndings.find((known) => known === ending);
}
