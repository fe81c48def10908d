import type { Category, Level, RuleExamples } from '../diagnostics/rule';
import { languages } from '../languages/registry';

/** What is said of a rule outside its language: in settings, pages and reports. */
export interface RuleDescription {
  readonly code: string;
  readonly title: string;
  readonly level: Level;
  readonly category: Category;
  readonly documentation: string;
  readonly examples: RuleExamples;
  /** Name of the language. */
  readonly language: string;
  readonly languageId: string;
}

/** Every rule of every language, by code within its language. */
export function ruleDescriptions(): readonly RuleDescription[] {
  return [...languages.values()].flatMap(({ id, name, rules }) =>
    rules.map(({ code, title, level, category, documentation, examples }) => ({
      code,
      title,
      level,
      category,
      documentation,
      examples,
      language: name,
      languageId: id,
    })),
  );
}
