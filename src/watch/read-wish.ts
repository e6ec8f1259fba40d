import { z } from 'zod';
import type { Wish } from './protocol.js';

const count = z.int().positive();
const wish = z.union([
  z.strictObject({ type: z.literal('edit'), at: z.string().min(1) }),
  z.strictObject({ type: z.literal('edit'), file: z.string().min(1), line: count.exactOptional(), column: count.exactOptional() }),
]);

/** What a proof asks for; undefined for anything else that comes over its socket. */
export function readWish(message: string): Wish | undefined {
  try {
    return wish.safeParse(JSON.parse(message)).data;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
