/**
 * A source as CSL-JSON describes it: only the variables that Octavo itself looks at are named, the style reads the rest.
 * Source: CSL 1.0.2 specification, appendices III and IV; CSL-JSON schema.
 */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly 'title-short'?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly language?: string;
  readonly genre?: string;
  readonly [variable: string]: unknown;
}

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
}

export interface CslDate {
  /** One date, or the two ends of a range: year, month, day, as far as known. */
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly circa?: boolean;
  readonly literal?: string;
}
