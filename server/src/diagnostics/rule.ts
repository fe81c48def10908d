/** The parts of a rule. One rule is one file; from it come its setting, its page, its suppression and its test. */
import type { SpecialEncoding } from '../../../formats/text/decode';
import type { Span } from '../../../formats/text/span';
import type { Facts } from '../workspace/facts';
import type { PathState, Scope } from '../workspace/scope';

export type Level = 'error' | 'warning' | 'information' | 'hint' | 'off';

export type Category = 'syntax' | 'reference' | 'value' | 'file' | 'style';

/** A change of one stretch of a file; of the checked file where `uri` is absent. */
export interface TextChange {
  readonly uri?: string;
  readonly span: Span;
  readonly newText: string;
}

export interface Fix {
  /** What it does, in the imperative: "Rename to `Report`". */
  readonly title: string;
  readonly changes: readonly TextChange[];
  /** The one to take with the keyboard. */
  readonly preferred?: boolean;
  /** Keeps the meaning or restores what was surely meant: may be applied without a look at each. */
  readonly safe?: boolean;
  /** A folder to create, by URI. */
  readonly createFolder?: string;
}

export interface RelatedPlace {
  readonly uri?: string;
  readonly span: Span;
  readonly message: string;
}

/** What a rule found in a file. */
export interface Finding {
  readonly span: Span;
  /** Names the value, what was expected, and what to do. */
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly level?: Exclude<Level, 'off'>;
  readonly related?: readonly RelatedPlace[];
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  /** Places like this one further down, which were counted and not kept. */
  readonly further?: number;
  /** Made only when somebody asks for them. */
  readonly fixes?: () => readonly Fix[];
}

/** What a rule may look at. All of it is read beforehand: rules are plain functions, without waiting. */
export interface RuleContext<Tree> {
  readonly uri: string;
  readonly text: string;
  readonly tree: Tree;
  readonly facts: Facts;
  /** Each of the sets of files in which this file is read together with others; a config has exactly one. */
  readonly scopes: readonly Scope[];
  /** What is on disk where a path leads. */
  readonly pathState: (path: string) => PathState | undefined;
  /** Whether one of the wanted files is somewhere in the workspace. */
  readonly hasFile: (name: string) => boolean;
  /** How the file on disk is encoded, where that is no plain text of one byte a letter. */
  readonly encoding: SpecialEncoding | undefined;
  readonly report: (finding: Finding) => void;
  /** For mistakes of which a file may hold a million: what is said of a place is made only where it is shown. */
  readonly reportAt: (span: Span, make: () => Omit<Finding, 'span'>) => void;
}

/** Texts that show a rule. `//- /path` starts a further file; a line of `^^^` marks what is found in the line above. */
export interface RuleExamples {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

export interface Rule<Tree> {
  readonly code: string;
  /** Two or three words, for lists: "duplicate key". */
  readonly title: string;
  readonly level: Level;
  readonly category: Category;
  /** Why it matters and what the readers do; Markdown. */
  readonly documentation: string;
  readonly examples: RuleExamples;
  readonly check: (context: RuleContext<Tree>) => void;
}

/** Gives a rule its types; every rule goes through here. */
export function defineRule<Tree>(rule: Rule<Tree>): Rule<Tree> {
  return rule;
}
