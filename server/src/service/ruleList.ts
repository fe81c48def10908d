import { abfProblems } from '../../../formats/abf/problems';
import { hdf5Problems } from '../../../formats/hdf5/problem';
import { checks } from '../../../formats/morphology/checks';
import type { MorphologyFormat } from '../../../formats/morphology/model';
import type { ProblemKind } from '../../../formats/morphology/problem';
import { fileProblems } from '../../../formats/morphology/problems';
import { nwbProblems } from '../../../formats/nwb/problems';
import type { Category, Level, RuleExamples } from '../diagnostics/rule';
import { fileRules, textRules } from '../diagnostics/commonRules';
import { languages } from '../languages/registry';

/** What is said of a rule outside its language: in settings, pages and reports. */
export interface RuleDescription {
  readonly code: string;
  readonly title: string;
  readonly level: Level;
  readonly category: Category;
  readonly documentation: string;
  readonly examples: RuleExamples;
  /** Names of the languages and formats, or what stands for all of them. */
  readonly language: string;
}

const NO_EXAMPLES: RuleExamples = { good: [], bad: [] };
const ALL_LANGUAGES = 'every file';

/** Each format of a morphology, with the name of its language where it has one. */
const FORMAT_NAMES: Readonly<Record<MorphologyFormat, string>> = {
  swc: 'SWC',
  asc: 'Neurolucida ASC',
  h5: 'H5 morphology',
};

/** Every rule: those of each language by code, those of morphologies, then those that belong to none. */
export function ruleDescriptions(): readonly RuleDescription[] {
  const common = [...fileRules.map((rule) => ({ ...rule, examples: NO_EXAMPLES })), ...textRules];
  // A kind of problem is a rule of each of its formats, and is described once; those of H5 alone are in no language.
  const kinds: readonly ProblemKind[] = [...fileProblems, ...checks];
  const kindCodes = new Set<string>(kinds.map(({ code }) => code));
  const ownRules = languages.flatMap(({ name, rules }) =>
    rules.filter(({ code }) => !kindCodes.has(code)).map((rule) => described(rule, name)),
  );
  return [
    ...ownRules,
    ...kinds.map(describedKind).sort(byCode),
    ...dataRules().sort(byCode),
    ...common.map((rule) => described(rule, ALL_LANGUAGES)).sort(byCode),
  ];
}

/** What is said of data files, which are in no language and have no examples in text. */
function dataRules(): RuleDescription[] {
  const rule = (kind: Omit<RuleDescription, 'examples'>): RuleDescription => ({ ...kind, examples: NO_EXAMPLES });
  return [
    ...hdf5Problems.map((kind) => rule({ ...kind, language: 'HDF5' })),
    ...nwbProblems.map((kind) => rule({ ...kind, language: 'NWB' })),
    ...abfProblems.map((kind) => rule({ ...kind, category: 'file', language: 'ABF' })),
  ];
}

function byCode(a: RuleDescription, b: RuleDescription): number {
  return a.code < b.code ? -1 : 1;
}

/** The heading of a rule on the page of all rules, as Markdown makes anchors of headings. */
export function ruleAnchor(code: string): string {
  return code.toLowerCase().replace(/[^\w-]/g, '');
}

function describedKind({ examples, formats, ...kind }: ProblemKind): RuleDescription {
  const texts = { good: examples.good.map(({ text }) => text), bad: examples.bad.map(({ text }) => text) };
  return described({ ...kind, examples: texts }, formats.map((format) => FORMAT_NAMES[format]).join(', '));
}

function described(rule: Omit<RuleDescription, 'language'>, language: string): RuleDescription {
  const { code, title, level, category, documentation, examples } = rule;
  return { code, title, level, category, documentation, examples, language };
}
