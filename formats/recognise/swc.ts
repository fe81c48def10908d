import type { LanguageFiles } from './languageFiles';

/** Flash films have the same ending in Adobe's components (SWC): they are archives, which begin with this. */
const ARCHIVE = 'PK\u0003\u0004';

/** Neuron morphologies as lists of samples. */
export const swcFiles: LanguageFiles = {
  id: 'swc',
  name: 'SWC Morphology',
  aliases: [],
  fileNames: [],
  filePatterns: ['*.swc'],
  // Seven numbers a line are the content of many a table.
  isContent: () => false,
  isForeign: (head) => head.startsWith(ARCHIVE),
  sharedEndings: [],
  hasTargets: false,
  exampleName: 'cell.swc',
  editorDefaults: { 'editor.wordBasedSuggestions': 'off' },
};
