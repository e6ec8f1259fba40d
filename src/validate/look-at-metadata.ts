import type { Fault } from './fault.js';
import { attribute, type OpenedEpub } from './open-epub.js';

/** What EPUB Accessibility 1.1 asks every publication to say. */
const asked = ['schema:accessMode', 'schema:accessibilityFeature', 'schema:accessibilityHazard', 'schema:accessibilitySummary'];

/**
 * Whether the package says what is needed to choose it by, and whether it is so.
 *
 * Reports e-011. Source: EPUB Accessibility 1.1, the Schema.org accessibility vocabulary.
 */
export function lookAtMetadata({ opf, nav, texts }: OpenedEpub): Fault[] {
  const told = opf.find('//opf:metadata/opf:meta[@property]').map((node) => ({ name: attribute(node, 'property'), value: node.content.trim(), line: node.line }));
  const count = (xpath: string): number => texts.reduce((sum, text) => sum + text.find(xpath).length, 0);
  const fault = (fact: string, line?: number): Fault => ({ code: 'e-011', file: opf.file, fact, ...(line !== undefined && { line }) });

  const missing = asked.filter((name) => !told.some((each) => each.name === name && each.value !== '')).map((name) => fault(`the package does not tell \`${name}\``));
  const claims: readonly (readonly [feature: string, isTrue: () => boolean, fact: string])[] = [
    ['alternativeText', () => count('//h:img[not(@alt)]') === 0, 'a picture has none'],
    ['MathML', () => count('//m:math') > 0, 'no text has any'],
    ['pageBreakMarkers', () => count('//*[@epub:type="pagebreak"]') > 0, 'no text has one'],
    ['pageNavigation', () => (nav?.find('//h:nav[@epub:type="page-list"]').length ?? 0) > 0, 'there is no page list'],
    ['tableOfContents', () => (nav?.find('//h:nav[@epub:type="toc"]').length ?? 0) > 0, 'there are no contents'],
  ];
  const untrue = told.filter(({ name }) => name === 'schema:accessibilityFeature').flatMap(({ value, line }) => claims.filter(([feature, isTrue]) => feature === value && !isTrue()).map(([feature, , fact]) => fault(`the package claims \`${feature}\`, and ${fact}`, line)));
  const hasSource = opf.find('//dc:source').length > 0 || told.some(({ name }) => name === 'pageBreakSource');
  const unsourced = !hasSource && (nav?.find('//h:nav[@epub:type="page-list"]').length ?? 0) > 0 ? [fault('there is a page list, and the package does not tell of which print edition')] : [];
  return [...missing, ...untrue, ...unsourced];
}
