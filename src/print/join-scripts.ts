/**
 * Modules for the browser as one script. Each file that a page asks for goes back and forth between browser and program, and to load
 * thirty takes longer than to lay out a short chapter.
 *
 * In: compiled modules by file name, and the one that begins. Out: all that it needs, each module in a function of its own, after those
 * that it imports. Knows the forms in which this program's own modules import and export, and throws at any other.
 */
export function joinScripts(modules: ReadonlyMap<string, string>, entry: string): string {
  const joined = new Map<string, string>();
  const order = [...modules.keys()];
  const add = (name: string, importers: readonly string[]): void => {
    if (joined.has(name)) return;
    const source = modules.get(name);
    if (source === undefined || importers.includes(name)) throw new Error(`${[...importers, name].join(' imports ')}, which ${source === undefined ? 'is not there' : 'goes round in a circle'}`);
    const exported: string[] = [];
    const lines = source.split('\n').map((line) => {
      const [, names, from] = /^import \{ (.*) \} from '\.\/(.*)';$/.exec(line) ?? [];
      if (names !== undefined && from !== undefined) {
        add(from, [...importers, name]);
        return `const { ${names.replaceAll(' as ', ': ')} } = module${order.indexOf(from)};`;
      }
      const [, declaration, declared] = /^export ((?:async function|function\*?|class|const) ([\w$]+).*)$/.exec(line) ?? [];
      if (declaration !== undefined && declared !== undefined) {
        exported.push(declared);
        return declaration;
      }
      if (/^(?:import|export)\b/.test(line) && line !== 'export {};') throw new Error(`${name} has a form that cannot be joined: ${line}`);
      return line === 'export {};' ? '' : line;
    });
    joined.set(name, `const module${order.indexOf(name)} = (() => {\n${lines.join('\n')}\nreturn { ${exported.join(', ')} };\n})();\n`);
  };
  add(entry, []);
  return [...joined.values()].join('');
}
