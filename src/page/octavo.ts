/** What the program can call in its pages. */
import { paginate } from './paginate.js';
import { preparePrint } from './prepare-print.js';
import { forget, revise } from './revise.js';
import { serializePages } from './serialize.js';
import { setPages } from './set-pages.js';

declare global {
  interface Window {
    octavo: { paginate: typeof paginate; revise: typeof revise; forget: typeof forget; preparePrint: typeof preparePrint; serializePages: typeof serializePages; setPages: typeof setPages };
  }
}
window.octavo = { paginate, revise, forget, preparePrint, serializePages, setPages };
