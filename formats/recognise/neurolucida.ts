import type { LanguageFiles } from './languageFiles';

/** What may stand before the first block: blank lines, and comments, which start with a semicolon. */
const REMARKS = /^\s*(;[^\n]*(\n\s*|$))*/;

/** The first comment that Neurolucida writes. */
const SIGNATURE = /^;[ \t]*V3 text file\b/m;

/** A block with a word, a text in quotes or a block as its first item: `(Sections)`, `("CellBody"`, `( (Color Red)`. */
const BLOCK = /^\(\s*(;[^\n]*\n\s*)*(\(\s*[A-Za-z]|"|[A-Za-z]{2,}\w*[\s()])/;

/** A word that Neurolucida's files have near their start: a block of any other list would lack it. */
const WORD =
  /\(\s*(Axon|axon|Dendrite|dendrite|Apical|apical|[Cc]ell ?[Bb]ody|Color|ImageCoords|Sections|Thumbnail|Description|Resolution|Closed|MBFObjectType|FillDensity|ZSmear|TracingBeganAt|Font)[\s)]/;

/** Neurolucida's ASC. PGP, AsciiDoc, ESRI's grids and LTspice have the same ending: it is not claimed. */
export const neurolucidaFiles: LanguageFiles = {
  id: 'neurolucida',
  name: 'Neurolucida ASC',
  aliases: [],
  fileNames: [],
  filePatterns: [],
  isContent: (name, head) => {
    if (!/\.asc$/i.test(name)) return false;
    const remarks = REMARKS.exec(head)?.[0] ?? '';
    if (SIGNATURE.test(remarks)) return true;
    const rest = head.slice(remarks.length);
    return BLOCK.test(rest) && WORD.test(rest);
  },
  sharedEndings: ['.asc'],
  hasTargets: false,
  exampleName: 'cell.asc',
  editorDefaults: { 'editor.wordBasedSuggestions': 'off' },
};
