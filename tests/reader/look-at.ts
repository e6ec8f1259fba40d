import { type Box, type Mark, phone, type Pixels, type Reader } from './open-reader.js';

/** How far the darkest or lightest of a box must be from the page (WCAG 2), by day and by night. Hairlines and small letters are grey at their edges. */
const leastContrast = { text: 4.5, label: 3, shape: 1.05, border: 3, formula: 3 } as const;
/** What guides the eye by day must do so by night, if not as strongly: greys are parts of the ink, and the eye sees light ones less. */
const keptByNight = 0.6;

function faultOf(mark: Mark, byDay: Pixels, byNight: Pixels): string | undefined {
  if (mark.kind === 'picture') {
    const { lightest, darkest } = byNight.judge(inside(mark), true);
    return (lightest + 0.05) / (darkest + 0.05) < 3 ? `is one dark patch by night (${lightest.toFixed(2)} on ${darkest.toFixed(2)})` : undefined;
  }
  const [day, night] = [byDay.contrast(mark, false), byNight.contrast(mark, true)];
  const least = leastContrast[mark.kind];
  if (day < least) return `is not seen by day (${day.toFixed(2)})`;
  if (night < Math.max(least, Math.min(3, day * keptByNight))) return `is not seen by night (${night.toFixed(2)}, by day ${day.toFixed(2)})`;
  return undefined;
}

/** Without the edge, which may be half the page's. */
const inside = ({ left, top, width, height }: Box): Box => ({ left: left + 1, top: top + 1, width: width - 2, height: height - 2 });

/**
 * Looks at the whole book, by day and by night: a picture of every file is left in the folder of screenshots, and whatever ought to be
 * seen and is not is named. Pixels are asked, not boxes: a box can be empty.
 */
export async function lookAt(reader: Reader): Promise<{ readonly unseen: readonly string[]; readonly seen: ReadonlyMap<Mark['kind'], number> }> {
  const unseen: string[] = [];
  const seen = new Map<Mark['kind'], number>();
  for (const [section, path] of reader.contents.sections.entries()) {
    const name = path.split('/').at(-1) ?? '';
    await reader.unroll(section);
    const marks = await reader.do<Mark[]>('marks');
    const byDay = await reader.shoot(`${name}-day`);
    await reader.do('wear', { dark: true });
    const byNight = await reader.shoot(`${name}-night`);
    await reader.do('wear', {});
    for (const mark of marks) {
      seen.set(mark.kind, (seen.get(mark.kind) ?? 0) + 1);
      const fault = faultOf(mark, byDay, byNight);
      if (fault !== undefined) unseen.push(`${name}: ${mark.kind} ${mark.name} ${fault}`);
    }
  }
  await reader.do('scrolled', false);
  await reader.resize(phone);
  return { unseen, seen };
}
