import type { LanguageFiles } from './languageFiles';

const BLOCK =
  /^[ \t]*(Run|Report|Stimulus|StimulusInject|Connection|Projection|Conditions|Modification|Electrode|Circuit|NeuronConfigure)[ \t]+[\w-]+[ \t]*(#.*)?(\r\n|\r|\n)?[ \t]*\{/m;

/** BlueConfig and CircuitConfig. */
export const blueConfigFiles: LanguageFiles = {
  id: 'blueconfig',
  name: 'BlueConfig',
  aliases: ['CircuitConfig'],
  fileNames: [],
  filePatterns: ['BlueConfig*', 'CircuitConfig*', '*.BlueConfig'],
  // A plain configuration has no ending; files with one of their own may hold lines of the same shape.
  isContent: (name, head) => /^[^.]+(\.(config|cfg|conf|txt|v\d+))?$/i.test(name) && BLOCK.test(head),
  sharedEndings: [],
  hasTargets: true,
  exampleName: 'BlueConfig',
  editorDefaults: {
    'editor.wordBasedSuggestions': 'off',
    'editor.quickSuggestions': { other: true, comments: false, strings: true },
  },
};
