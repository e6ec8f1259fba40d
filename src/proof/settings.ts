import type { Zoom } from './arrange.js';

export type Theme = 'auto' | 'light' | 'dark';

/** What a reader of the proof chose, kept in their browser from one time to the next. */
export interface Settings {
  readonly zoom: Zoom;
  readonly theme: Theme;
  readonly rail: boolean;
  readonly eBook: boolean;
  readonly follow: boolean;
}

const usual: Settings = { zoom: 'width', theme: 'auto', rail: true, eBook: true, follow: true };
const name = 'octavo-proof';
const placeName = 'octavo-proof-page';

export function readSettings(): Settings {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Settings>) };
  } catch {
    // A browser that keeps nothing, or keeps what is broken: as if it were the first time.
    return usual;
  }
}

export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(name, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing: what was chosen is so until the page is closed.
    return;
  }
}

/** Index of the page that was in view before this tab was loaded again; the first where none was. */
export function readPlace(): number {
  try {
    return Number(sessionStorage.getItem(placeName) ?? 0) || 0;
  } catch {
    // As above.
    return 0;
  }
}

export function keepPlace(page: number): void {
  try {
    sessionStorage.setItem(placeName, String(page));
  } catch {
    // As above.
    return;
  }
}
