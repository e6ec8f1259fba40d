/** As much of citation-js 0.7 as cite/engine.ts uses; the package carries no types. */
declare module 'citation-js' {
  import type { CslItem } from './csl.js';

  /** One entry of a .bib file before its values are read: LaTeX still in place. */
  export interface RawEntry {
    readonly type: string;
    readonly label: string;
    readonly properties: Readonly<Record<string, string | number>>;
  }

  export interface CitationItem {
    readonly id: string;
    readonly locator?: string;
    readonly label?: string;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly 'suppress-author'?: boolean;
    readonly 'author-only'?: boolean;
    /** 0 first, 1 subsequent; for a citation outside the order of the text. */
    readonly position?: number;
  }

  export interface PlacedItem extends CitationItem {
    'first-reference-note-number'?: number;
  }

  export interface CitationCluster {
    readonly citationID: string;
    readonly citationItems: readonly CitationItem[];
    readonly properties: { readonly noteIndex: number; readonly unsorted: boolean };
  }

  /** Words, or a number that may become one end of a range. */
  export type CslOutput = string | { decorations: readonly (readonly string[])[]; item_id?: number };

  /** A citeproc-js engine. */
  export interface CslEngine {
    readonly opt: {
      readonly xclass: string;
      /** 0 and 1 where a citation's position does not show. */
      readonly update_mode: 0 | 1 | 2;
      /** What tells two sources apart may hang on how often each is cited. */
      readonly has_disambiguate: boolean;
      readonly parallel: { readonly enable: boolean };
      readonly development_extensions: Record<string, boolean>;
    };
    readonly citation: { readonly opt: { readonly layout_suffix: string; readonly 'near-note-distance': number; readonly cite_group_delimiter?: string } };
    readonly citation_sort: { readonly tokens: readonly unknown[] };
    readonly bibliography: { readonly tokens: readonly unknown[]; readonly opt: { readonly track_container_items?: readonly string[]; 'subsequent-author-substitute'?: string } };
    /** `ambigcites`: the sources of each short form; `uncited`: those that are listed though nothing cites them. */
    readonly registry: { readonly ambigcites: Readonly<Record<string, readonly string[]>>; uncited: Readonly<Record<string, true>> };
    readonly cslXml: { readonly dataObj: CslElement };
    readonly tmp: { readonly area: string; readonly just_looking?: boolean };
    readonly sys: { wrapCitationEntry?: (words: string, itemId: unknown) => string };
    /** `parent` is absent for a citation's source as a whole. */
    readonly output: { string: (this: unknown, state: CslEngine, blobs: readonly unknown[], parent?: unknown) => string | CslOutput[] };
    setOutputFormat(format: 'html'): void;
    rebuildProcessorState(clusters: readonly CitationCluster[], format: 'html', uncited: readonly string[]): readonly (readonly [id: string, note: number, html: string])[];
    updateItems(ids: readonly string[]): void;
    updateUncitedItems(ids: readonly string[]): void;
    /** Renders a citation whose sources are in order and know their positions. */
    process_CitationCluster(this: CslEngine, sources: readonly (readonly [item: CslItem, cite: PlacedItem])[], citation: unknown): string;
    processCitationCluster(cluster: CitationCluster, before: readonly (readonly [id: string, note: number])[], after: readonly [], flag: 2): readonly [unknown, readonly [readonly [index: number, html: string, id: string], ...(readonly [index: number, html: string, id: string])[]]];
    makeCitationCluster(items: readonly CitationItem[]): string;
    makeBibliography(only?: { readonly include: readonly { readonly field: 'id'; readonly value: string }[] }): false | readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
    getTerm(name: string, form?: string, plural?: 0 | 1): string | undefined;
  }

  export interface CslElement {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (CslElement | string)[];
  }

  const Cite: {
    readonly CSL: {
      engine(
        cacheKey: string,
        locale: string,
        style: string,
        retrieveItem: (id: string) => CslItem | undefined,
        retrieveLocale: (locale: string) => string,
      ): CslEngine;
    };
    readonly plugins: {
      readonly input: {
        data(text: string, type: string): readonly RawEntry[];
        chain(input: unknown, options: { readonly generateGraph: boolean; readonly forceType: string }): CslItem[];
      };
      readonly output: { format(dialect: 'bibtex' | 'biblatex', items: readonly CslItem[]): string };
      readonly config: { get(plugin: '@bibtex'): { readonly format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean }; readonly types: { readonly [dialect in 'bibtex' | 'biblatex']: { readonly source: Readonly<Record<string, string>> } } } };
    };
  };
  export default Cite;
}
