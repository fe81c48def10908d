/**
 * Endings of files that lie beside a config under its name (BlueConfig.md, BlueConfigParser.cpp, BlueConfig.SUCCESS)
 * and are none, each with the language that an editor has for it: '' where it has none.
 */
const OTHER_ENDINGS: Readonly<Record<string, string>> = {
  ...{ md: 'markdown', rst: 'restructuredtext', html: 'html', htm: 'html', pdf: '', log: 'log', tex: 'latex' },
  ...{ json: 'json', yaml: 'yaml', yml: 'yaml', xml: 'xml', toml: 'toml', csv: 'csv', tsv: 'tsv' },
  ...{ py: 'python', ipynb: 'json', sh: 'shellscript', hoc: 'hoc', mod: 'nmodl', patch: 'diff', diff: 'diff' },
  ...{ c: 'c', h: 'cpp', cc: 'cpp', cpp: 'cpp', hpp: 'cpp' },
  ...{ png: '', jpg: '', svg: 'xml', gz: '', zip: '', tar: '', h5: '' },
  // What tools leave behind: markers, copies, swap files.
  ...{ success: '', swp: '', bak: '', orig: '', rej: '' },
};

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** Whether a file's ending says that it is of another kind than ours, whatever it holds. */
export function isOtherFile(name: string): boolean {
  return name.endsWith('~') || (name.includes('.') && Object.hasOwn(OTHER_ENDINGS, endingOf(name)));
}

/** Whether an ending takes from a name what it says: `.txt` may hold anything, and only the content tells. */
export function hidesItsKind(name: string): boolean {
  return isOtherFile(name) || endingOf(name) === 'txt';
}

/** The language that editors have for a file's ending; undefined where they have none. */
export function otherLanguage(name: string): string | undefined {
  const language = isOtherFile(name) ? OTHER_ENDINGS[endingOf(name)] : undefined;
  return language === '' ? undefined : language;
}
