/**
 * Directives as micromark-extension-directive has them, but for one thing: `:name` in text with neither label nor attributes is
 * ordinary text. Otherwise `10:thirty` and `note:this` would lose words.
 */
import { directive } from 'micromark-extension-directive';
import { codes } from 'micromark-util-symbol';
import type { Construct, Extension } from 'micromark-util-types';

export function textDirectiveSyntax(): Extension {
  const extension = directive();
  const constructs = [extension.text?.[codes.colon] ?? []].flat();
  return { ...extension, text: { [codes.colon]: constructs.map(unlessBare) } };
}

function unlessBare(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return construct.tokenize.call(
        this,
        effects,
        (code) => (this.events.at(-2)?.[1].type === 'directiveTextName' ? nok(code) : ok(code)),
        nok,
      );
    },
  };
}
