/**
 * Whether two values say the same: plain data by what it holds, everything else by what it is.
 *
 * A node of the manuscript (it has a position), a source and the entry of a register are only the same as themselves: tables are
 * keyed by them. So are maps, sets and bytes.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (!isPlain(one) || !isPlain(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  for (const name of names) if (!Object.hasOwn(other, name) || !isSame((one as Plain)[name], (other as Plain)[name])) return false;
  return true;
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype && !('position' in value) && !('tree' in value) && !('texts' in value);
