/** Bodies of completion snippets, in LSP's snippet syntax, from the schema tables. */
import { stimulus } from './stimulus';
import type { KeySchema, PatternSchema, SectionSchema } from './types';

const INDENT = '    ';

/** A new block of this type with the required and the suggested keys, in the order of the table. */
export function sectionSnippet(section: SectionSchema): string {
  const wanted = new Set(section.suggested);
  return block(
    section,
    section.keys.filter((key) => key.required !== undefined || wanted.has(key.name)),
  );
}

/** A new stimulus of this pattern, with the keys that it requires. */
export function patternSnippet(pattern: PatternSchema): string {
  const wanted = new Set([...pattern.required, ...(pattern.oneOf?.slice(0, 1) ?? [])]);
  const keys = stimulus.keys
    .filter((key) => key.required !== undefined || wanted.has(key.name))
    .map((key): KeySchema => {
      if (key.name === 'Pattern') return { ...key, values: [{ value: pattern.name, meaning: pattern.meaning }] };
      if (key.name !== 'Mode') return key;
      return { ...key, values: (key.values ?? []).filter(({ value }) => pattern.modes.includes(value)) };
    });
  return block(stimulus, keys);
}

function block(section: SectionSchema, keys: readonly KeySchema[]): string {
  let tabStop = 0;
  const next = (): number => ++tabStop;
  const name = section.singleton ?? `\${${next()}:name}`;
  const entries = keys.map((key) => `${INDENT}${key.name} ${placeholder(key, next)}`);
  return [`${section.name} ${name}`, '{', ...entries, '}'].join('\n');
}

function placeholder(key: KeySchema, next: () => number): string {
  const preferred = key.example ?? key.default;
  const choices = key.openValues ? [] : currentValues(key);
  const [only] = choices;
  if (only !== undefined && choices.length === 1) return escape(only, /[\\$]/g);
  if (choices.length > 0) {
    const ordered = [...choices].sort((a, b) => Number(b === preferred) - Number(a === preferred));
    return `\${${next()}|${ordered.map((choice) => escape(choice, /[\\$},|]/g)).join(',')}|}`;
  }
  return `\${${next()}:${escape(preferred ?? key.name, /[\\$}]/g)}}`;
}

function currentValues(key: KeySchema): readonly string[] {
  return (key.values ?? []).filter(({ deprecated }) => deprecated === undefined).map(({ value }) => value);
}

function escape(text: string, special: RegExp): string {
  return text.replace(special, String.raw`\$&`);
}
