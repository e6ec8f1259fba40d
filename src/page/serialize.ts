import type { SerializedPages } from './contract.js';

/** The finished pages as markup, and the faces that they are set in: those which the browser asked for. */
export async function serializePages(): Promise<SerializedPages> {
  await document.fonts.ready;
  return {
    html: document.getElementById('pages')?.outerHTML ?? '',
    faces: [...document.fonts].flatMap((face, index) => (face.status === 'loaded' ? [index] : [])),
  };
}
