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
  /** Name of the language, or what stands for all of them. */
  readonly language: string;
}

const NO_EXAMPLES: RuleExamples = { good: [], bad: [] };
const ALL_LANGUAGES = 'every file';

/** Every rule: those of each language by code, then those that belong to none. */
export function ruleDescriptions(): readonly RuleDescription[] {
  const common = [...fileRules.map((rule) => ({ ...rule, examples: NO_EXAMPLES })), ...textRules];
  return [
    ...languages.flatMap(({ name, rules }) => rules.map((rule) => described(rule, name))),
    ...common.map((rule) => described(rule, ALL_LANGUAGES)).sort((a, b) => (a.code < b.code ? -1 : 1)),
  ];
}

function described(rule: Omit<RuleDescription, 'language'>, language: string): RuleDescription {
  const { code, title, level, category, documentation, examples } = rule;
  return { code, title, level, category, documentation, examples, language };
}
