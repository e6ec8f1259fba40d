import { readFileSync } from 'node:fs';

/** As npm knows it: `1.4.0`. */
export const programVersion = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string }).version;
