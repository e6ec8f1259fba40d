export interface Burst {
  /** Another event. */
  readonly stir: () => void;
  readonly cancel: () => void;
}

/**
 * Tells once of many events that come closely.
 *
 * @param quiet this long without another event, ms, a burst is over
 * @param patience however long it lasts, it is told after this, ms; what comes later is another
 */
export function gatherBurst(tell: () => void, { quiet, patience }: { readonly quiet: number; readonly patience: number }): Burst {
  let quietly: NodeJS.Timeout | undefined;
  let atLast: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    clearTimeout(quietly);
    clearTimeout(atLast);
    atLast = undefined;
  };
  const end = (): void => {
    cancel();
    tell();
  };
  return {
    stir: () => {
      clearTimeout(quietly);
      quietly = setTimeout(end, quiet);
      atLast ??= setTimeout(end, patience);
    },
    cancel,
  };
}
