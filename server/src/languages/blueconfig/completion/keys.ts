import type { SourceDocument } from '../../../workspace/document';
import type { CompletionEntry } from '../../language';
import { keyDocumentation, keyFormDocumentation, typeText } from '../documentation';
import { isCircuitOnly } from '../flavour';
import { fits, isRequired } from '../keyUse';
import { sectionSchema } from '../schema';
import type { KeySchema, SectionSchema } from '../schema/types';
import type { BlueConfigTree } from '../tree';
import type { KeyPlace } from './place';

/** Groups of keys, one below the other; within a group they stand as in the table. */
const RANKS = {
  required: 0,
  asked: 1000,
  common: 2000,
  aside: 2500,
  forms: 3000,
  bookkeeping: 4000,
  deprecated: 5000,
} as const;

/** Keys that the block does not have yet and that mean something in it. */
export function keyEntries({ tree, uri }: SourceDocument<BlueConfigTree>, place: KeyPlace): readonly CompletionEntry[] {
  const { block, word, hasValue } = place;
  const section = sectionSchema(block.header.type.text);
  if (!section) return [];
  const circuitOnly = isCircuitOnly(tree, uri);
  const present = new Set(block.entries.filter(({ key }) => key.start !== word.start).map(({ key }) => key.text));
  const isWanted = (key: KeySchema): boolean =>
    !key.internal && ![key.name, ...(key.aliases ?? [])].some((name) => present.has(name)) && fits(key, block, tree);
  const entries = section.keys.filter(isWanted).map((key, index): CompletionEntry => {
    const isAside = circuitOnly && key.simulationOnly === true;
    const required = !isAside && isRequired(key, block, tree);
    return {
      label: key.name,
      kind: 'key',
      detail: required ? `${typeText(key, block)} · required` : typeText(key, block),
      documentation: keyDocumentation(key, section, { block, tree }),
      span: word,
      ...(hasValue ? { insertText: key.name } : { insertText: `${key.name} `, continues: true }),
      ...(key.deprecated !== undefined && { deprecated: true }),
      rank: RANKS[isAside ? 'aside' : groupOf(key, section, required)] + index,
    };
  });
  return [...entries, ...formEntries(section, place)];
}

function groupOf(key: KeySchema, section: SectionSchema, required: boolean): keyof typeof RANKS {
  if (key.deprecated !== undefined) return 'deprecated';
  if (key.bookkeeping) return 'bookkeeping';
  if (required) return 'required';
  return key.required !== undefined || section.suggested?.includes(key.name) ? 'asked' : 'common';
}

/** `SYNAPSES__<variable>`: the beginning is known, the rest is the user's. */
function formEntries(section: SectionSchema, { word, hasValue }: KeyPlace): CompletionEntry[] {
  return (section.keyForms ?? []).flatMap((form, index): CompletionEntry[] => {
    const [prefix] = form.prefixes ?? [];
    if (prefix === undefined || hasValue) return [];
    return [
      {
        label: form.form,
        kind: 'key',
        documentation: keyFormDocumentation(form, section),
        span: word,
        insertText: `${prefix}\${1:variable} `,
        snippet: true,
        rank: RANKS.forms + index,
      },
    ];
  });
}
