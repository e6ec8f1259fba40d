/**
 * What a picture is, by how its bytes begin: what a file is counts, its name does not.
 * Not here: whether the rest of it is sound (picture-facts.ts).
 */

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean => signature.every((byte, index) => bytes[at + index] === byte);

/** Of an ISO media file, such as AVIF and HEIC: the major brand, then those that it keeps to as well. */
function brandsOf(bytes: Uint8Array): string[] {
  if (!startsWith(bytes, ascii('ftyp'), 4)) return [];
  const end = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length, 256);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(String.fromCharCode(...bytes.subarray(at, at + 4)));
  return brands;
}

const isSvg = (bytes: Uint8Array): boolean => /<(?:[A-Za-z_][\w.-]*:)?svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 8192)));

const taken: readonly { readonly mediaType: string; readonly matches: (bytes: Uint8Array) => boolean }[] = [
  { mediaType: 'image/png', matches: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) },
  { mediaType: 'image/jpeg', matches: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { mediaType: 'image/gif', matches: (bytes) => startsWith(bytes, ascii('GIF8')) },
  { mediaType: 'image/webp', matches: (bytes) => startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8) },
  { mediaType: 'image/avif', matches: (bytes) => brandsOf(bytes).some((brand) => brand === 'avif' || brand === 'avis') },
  { mediaType: 'image/tiff', matches: (bytes) => startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a]) },
  { mediaType: 'image/svg+xml', matches: isSvg },
];

/** Known by name only, so that a finding can say what to do. */
const refused: readonly { readonly name: string; readonly matches: (bytes: Uint8Array) => boolean }[] = [
  { name: 'HEIC', matches: (bytes) => brandsOf(bytes).some((brand) => ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'].includes(brand)) },
  { name: 'BMP', matches: (bytes) => startsWith(bytes, ascii('BM')) },
  { name: 'PDF', matches: (bytes) => startsWith(bytes, ascii('%PDF')) },
  { name: 'EPS', matches: (bytes) => startsWith(bytes, ascii('%!PS')) || startsWith(bytes, [0xc5, 0xd0, 0xd3, 0xc6]) },
  { name: 'Photoshop', matches: (bytes) => startsWith(bytes, ascii('8BPS')) },
  { name: 'JPEG XL', matches: (bytes) => startsWith(bytes, [0xff, 0x0a]) || startsWith(bytes, ascii('JXL '), 4) },
  { name: 'JPEG 2000', matches: (bytes) => startsWith(bytes, ascii('jP  '), 4) },
  { name: 'ICO', matches: (bytes) => startsWith(bytes, [0, 0, 1, 0]) },
];

/** The media type of a picture that both outputs can show, some of them once it is converted. */
export const pictureType = (bytes: Uint8Array): string | undefined => taken.find(({ matches }) => matches(bytes))?.mediaType;

/** `HEIC`, `PDF`: what a picture is that cannot be shown. */
export const foreignPicture = (bytes: Uint8Array): string | undefined => refused.find(({ matches }) => matches(bytes))?.name;
