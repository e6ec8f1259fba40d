import { expect, test } from 'vitest';
import { ReadAhead } from '../../src/watch/read-ahead.js';
import { memoryWorld } from '../../src/world/memory.js';

const text = async (reading: Promise<Uint8Array>): Promise<string> => new TextDecoder().decode(await reading);

test('what was read the time before is asked for at once, and is what stands there now', async () => {
  const world = memoryWorld({ 'a.md': 'one', 'b.md': 'two' });
  const asked: string[] = [];
  const watched = { ...world, disk: { ...world.disk, read: (path: string) => (asked.push(path), world.disk.read(path)) } };
  const ahead = new ReadAhead();
  const first = ahead.turn(watched);
  expect(asked).toEqual([]);
  await first.disk.read('a.md');
  await first.disk.read('b.md');
  await world.disk.write('a.md', new TextEncoder().encode('three'));
  const second = ahead.turn(watched);
  expect(asked.slice(2)).toEqual(['a.md', 'b.md']);
  expect(await text(second.disk.read('a.md'))).toBe('three');
  expect(asked).toHaveLength(4);
  // Who asks again is answered by the disk.
  await world.disk.write('a.md', new TextEncoder().encode('four'));
  expect(await text(second.disk.read('a.md'))).toBe('four');
});

test('a file that is gone is told to whoever asks for it, and to nobody else', async () => {
  const ahead = new ReadAhead();
  await ahead.turn(memoryWorld({ 'a.md': 'one', 'b.md': 'two' })).disk.read('b.md');
  const now = ahead.turn(memoryWorld({ 'a.md': 'one' }));
  expect(await text(now.disk.read('a.md'))).toBe('one');
  await expect(now.disk.read('b.md')).rejects.toThrow('no such file');
});
