/** A rule for each kind of problem that a morphology's text can have, and for each check after NeuroM. */
import type { Check } from '../../../../formats/morphology/checks/check';
import { checks } from '../../../../formats/morphology/checks';
import { checkProblems } from '../../../../formats/morphology/checks/run';
import type { MorphologyProblem, ProblemExample, ProblemKind } from '../../../../formats/morphology/problem';
import { fileProblems } from '../../../../formats/morphology/problems';
import type { TextFormat } from '../../../../formats/morphology/read';
import { defineRule, type Finding, type Rule } from '../../diagnostics/rule';
import { fixesOf } from './fixes';
import type { MorphologyTree } from './tree';

/** What keeps bytes from being a text: of such a file there is no document, and FS009 and FS010 say why. */
const NO_TEXT: ReadonlySet<string> = new Set(['morph/binary-file', 'morph/too-large', 'morph/wrong-encoding']);

/** The rules of a language, by code. */
export function morphologyRules(format: TextFormat): readonly Rule<MorphologyTree>[] {
  const isOfFormat = ({ code, formats }: ProblemKind): boolean => formats.includes(format) && !NO_TEXT.has(code);
  return [
    ...fileProblems.filter(isOfFormat).map((kind) => ruleOf(kind, format, (tree) => tree.problems(kind.code))),
    ...checks.filter(isOfFormat).map((check) => ruleOf(check, format, (tree) => failuresOf(tree, check))),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function ruleOf(
  { code, title, level, category, documentation, examples }: ProblemKind,
  format: TextFormat,
  problems: (tree: MorphologyTree) => readonly MorphologyProblem[],
): Rule<MorphologyTree> {
  const textsOf = (all: readonly ProblemExample[]): string[] =>
    all.filter((example) => example.format === format).map(({ text }) => text);
  return defineRule<MorphologyTree>({
    code,
    title,
    level,
    category,
    documentation,
    examples: { good: textsOf(examples.good), bad: textsOf(examples.bad) },
    check({ tree, report }) {
      for (const problem of problems(tree)) report(findingOf(tree, problem));
    },
  });
}

/** What MorphIO refuses has no measures: its checks would speak of the part that was read. */
function failuresOf({ reading }: MorphologyTree, check: Check): readonly MorphologyProblem[] {
  const { morphology, refused, problems } = reading;
  if (!morphology || refused) return [];
  return checkProblems(morphology, problems, (each) => (each === check ? each.level : 'off'));
}

function findingOf(tree: MorphologyTree, problem: MorphologyProblem): Finding {
  const { message, level, related, place } = problem;
  const span = tree.spanOf(place);
  return {
    span,
    message,
    level,
    ...(related && { related: related.map((each) => ({ message: each.message, span: tree.spanOf(each.place) })) }),
    fixes: () => fixesOf(tree, problem, span),
  };
}
