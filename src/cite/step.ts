import type { Step } from '../world/remember.js';

/** A step of which the results are kept. Whatever this folder calls stands in these; in `pass` stands what asks for the results. */
export const citeStep = (name: string): Step => ({ name, code: ['cite', 'diagnostics', 'model', 'pass', 'read', 'world'] });
