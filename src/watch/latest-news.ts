import type { News, PagesNews } from './protocol.js';

/** The newest news of each kind, as somebody needs them who hears of the book for the first time: with the markup of every page. */
export class LatestNews {
  readonly #latest = new Map<News['type'], News>();

  add(news: News): void {
    const before = this.#latest.get('pages');
    this.#latest.set(news.type, news.type === 'pages' ? complete(news, before?.type === 'pages' ? before : undefined) : news);
  }

  /** Pages first: what else there is points at them. */
  all(): readonly News[] {
    return (['pages', 'chapters', 'findings', 'state'] as const).flatMap((type) => this.#latest.get(type) ?? []);
  }
}

/** Pages that are gone are forgotten: the markup of all that ever were would grow with every save. */
function complete(news: PagesNews, before: PagesNews | undefined): PagesNews {
  const markup = new Map(news.pages.map(({ key }) => [key, news.markup[key] ?? before?.markup[key] ?? '']));
  return { ...news, markup: Object.fromEntries(markup) };
}
