/**
 * What a file is, by its name, else by the first bytes of its content. One function for the editor and the command
 * line, so that both judge the same files.
 */

/** Languages that the server knows, by the identifiers that editors use. */
export type LanguageId = 'blueconfig' | 'circuittarget';

/** How much of a file's start {@link recogniseContent} wants, in characters. */
export const RECOGNITION_LENGTH = 4096;

const NAMES: readonly (readonly [RegExp, LanguageId])[] = [
  // A file that lies beside a config under its name with another ending (BlueConfig.SUCCESS, BlueConfig.md) is not one.
  [/^(BlueConfig|CircuitConfig)(?!.*\.(md|txt|rst|html|json|ya?ml|log|png|SUCCESS|py|sh)$)/, 'blueconfig'],
  [/\.BlueConfig$/, 'blueconfig'],
  [/^(start|user)\.target$/, 'circuittarget'],
];

/** The language that a file's name alone decides. */
export function recogniseName(name: string): LanguageId | undefined {
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** `Target <Type> <Name>`: the types in use, in any case, so that a misspelt one is recognised and then reported. */
const TARGET_HEADER = /^[ \t]*Target[ \t]*\s[ \t]*(Cell|Compartment|Section|Synapse)\s+[^\s{]+\s*\{/im;
const CONFIG_BLOCK =
  /^[ \t]*(Run|Report|Stimulus|StimulusInject|Connection|Projection|Conditions|Modification|Electrode|Circuit|NeuronConfigure)[ \t]+[\w-]+[ \t]*(#.*)?(\r\n|\r|\n)?[ \t]*\{/m;

/**
 * The language that a file's first characters show. Text of any other kind, systemd's `.target` units included, is
 * none of ours.
 */
function recogniseContent(name: string, head: string): LanguageId | undefined {
  const start = head.slice(0, RECOGNITION_LENGTH);
  // An empty file may become anything that its ending promises.
  if (name.endsWith('.target') && start.trim() === '') return 'circuittarget';
  if (TARGET_HEADER.test(start)) return 'circuittarget';
  // A plain configuration has no ending; `.hoc`, `.py` or `.c` files may hold lines of the same shape.
  if (/^[^.]+(\.(config|cfg|conf|txt|v\d+))?$/i.test(name) && CONFIG_BLOCK.test(start)) return 'blueconfig';
  return undefined;
}

/** By name, else by content. */
export function recognise(name: string, head: string): LanguageId | undefined {
  return recogniseName(name) ?? recogniseContent(name, head);
}
