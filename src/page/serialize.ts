import type { SerializedPages } from './contract.js';
import { markupOf } from './markup.js';

/** The finished pages as markup, and the faces that they are set in: those which the browser asked for. */
export async function serializePages(): Promise<SerializedPages> {
  await document.fonts.ready;
  const book = document.getElementById('pages');
  return {
    html: book ? markupOf(book) : '',
    faces: [...document.fonts].flatMap((face, index) => (face.status === 'loaded' ? [index] : [])),
  };
}
