/** The forms in which editors are told a place; the package says nothing of its types. */
declare module 'launch-editor/get-args.js' {
  export default function launchArguments(editor: string, file: string, line?: number, column?: number): (string | number)[];
}
