import type { Element } from 'hast';

/** What KaTeX sets before and behind the columns of a numbered row. */
const besideColumns = new Set(['mtr-glue', 'mml-eqn-num']);

/**
 * How the columns of a matrix or of aligned rows stand, how far apart, and the lines between them: what MathML Core leaves to style
 * sheets, and a browser therefore does not read from the table's attributes.
 *
 * Half of the space between two columns goes to either side of it. The cells are changed. Source: MathML 3, mtable; MathML Core, mtd.
 */
export function alignMathTable(table: Element): void {
  const aligned = valuesOf(table, 'columnalign');
  const spaces = valuesOf(table, 'columnspacing').map((space) => Number.parseFloat(space) / 2);
  const columnLines = valuesOf(table, 'columnlines');
  const rowLines = valuesOf(table, 'rowlines');
  const rows = elementsOf(table, 'mtr');
  rows.forEach((row, line) => {
    const all = elementsOf(row, 'mtd');
    const cells = all.filter((cell) => !besideColumns.has(classOf(cell)));
    for (const cell of all) if (!cells.includes(cell)) style(cell, ['padding-left: 0', 'padding-right: 0']);
    cells.forEach((cell, column) => {
      const isLast = column === cells.length - 1;
      style(cell, [
        ...alignment(at(aligned, column)),
        ...(spaces.length > 0 ? [`padding-left: ${column === 0 ? 0 : `${at(spaces, column - 1)}em`}`, `padding-right: ${isLast ? 0 : `${at(spaces, column)}em`}`] : []),
        ...(isLast ? [] : border('right', at(columnLines, column))),
        ...(line === rows.length - 1 ? [] : border('bottom', at(rowLines, line))),
      ]);
    });
  });
}

/** Of values for one gap or column after another, the last holds for all that follow. */
const at = <Value>(values: readonly Value[], index: number): Value | undefined => values[Math.min(index, values.length - 1)];

/** A cell's content is no text, which Chromium moves only when it is told so in its own word. */
function alignment(align: string | undefined): string[] {
  if (align === undefined || align === 'center') return [];
  return [`text-align: ${align}`, `text-align: -webkit-${align}`];
}

const border = (side: string, line: string | undefined): string[] => (line === 'solid' || line === 'dashed' ? [`border-${side}: 0.06em ${line}`] : []);

function style(cell: Element, rules: readonly string[]): void {
  if (rules.length > 0) cell.properties['style'] = rules.join('; ');
}

function elementsOf({ children }: Element, tagName: string): Element[] {
  return children.filter((child): child is Element => child.type === 'element' && child.tagName === tagName);
}

const classOf = ({ properties }: Element): string => (Array.isArray(properties['className']) ? properties['className'].join(' ') : '');

/** Names that the parser of HTML does not know, it keeps as they are; others it writes in its own way. */
function valuesOf({ properties }: Element, name: string): string[] {
  const value = Object.entries(properties).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value.split(/\s+/).filter((word) => word !== '') : [];
}
