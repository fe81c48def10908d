import type { LanguageFiles } from './languageFiles';

/** `Target <Type> <Name>`: the types in use, in any case, so that a misspelt one is recognised and then reported. */
const HEADER = /^[ \t]*Target[ \t]*\s[ \t]*(Cell|Compartment|Section|Synapse)\s+[^\s{]+\s*\{/im;

/** start.target, user.target and whatever holds the same. systemd's units have the same ending: it is not claimed. */
export const circuitTargetFiles: LanguageFiles = {
  id: 'circuittarget',
  name: 'Circuit Target',
  aliases: [],
  fileNames: ['start.target', 'user.target'],
  filePatterns: [],
  firstLine: '^\\s*[Tt][Aa][Rr][Gg][Ee][Tt]\\s+([Cc]ell|[Cc]ompartment|[Ss]ection|[Ss]ynapse)\\s+\\S+',
  // An empty file may become what its ending promises.
  isContent: (name, head) => (name.endsWith('.target') && head.trim() === '') || HEADER.test(head),
  sharedEndings: ['.target'],
  hasTargets: true,
  exampleName: 'user.target',
  editorDefaults: { 'editor.wordBasedSuggestions': 'off' },
};
