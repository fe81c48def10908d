import { targetNameProblem } from '../../../../../formats/target/name';
import { lineBreakOf, lineEnd } from '../../../../../formats/text/layout';
import { nearest } from '../../../../../formats/text/nearest';
import { quoted } from '../../../diagnostics/wording';
import { defineRule, type Finding, type Fix, type RuleContext } from '../../../diagnostics/rule';
import type { Reference } from '../../../workspace/facts';
import type { Scope } from '../../../workspace/scope';
import { insertion } from '../edits';
import { hasKnownType, namesOfDamagedHeaders } from '../header';
import { findTarget } from '../lookup';
import { indexNotation } from '../rows';
import { isSubset } from '../schema';
import { targetAt, type TargetTree } from '../tree';

export const undefinedMember = defineRule<TargetTree>({
  code: 'TG006',
  title: 'undefined member',
  level: 'error',
  category: 'reference',
  documentation: `
A member that is no cell (\`a12\`) is the name of a target, in the same file or in another that is read with it. neurodamus
takes an undefined name for an **empty target** and says nothing: the cells are simply not there. Brion and bluepy refuse
to resolve such a target.

Where a target file of the circuit cannot be reached from here, a name that only it could define is just a hint.
`,
  examples: {
    good: [
      `
      Target Cell Mosaic
      {
          Layer1 a7
      }
      Target Cell Layer1
      {
          a1
      }
      Target Section Axons
      {
          Mosaic axon
      }
      //- /start.target
      `,
      `
      Targt Cell Layer1
      {
          a1
      }
      Target Cell Mosaic
      {
          Layer1
      }
      //- /start.target
      `,
    ],
    bad: [
      `
      Target Cell Layer1
      {
          a1
      }
      Target Cell Mosaic
      {
          Leyer1 12
      #   ^^^^^^ Did you mean \`Layer1\`
      #          ^^ \`a12\`
      }
      //- /start.target
      `,
      `
      Target Cell Mosaic
      {
          Layer1
      #   ^^^^^^ not defined in the files that can be read
      }
      `,
    ],
  },
  check(context) {
    const { text, tree, facts, scopes, reportAt } = context;
    const damaged = namesOfDamagedHeaders(tree, text);
    const isDefined = new Map<string, boolean>();
    const undefinedOnes = facts.references.filter(({ kind, name, optional }) => {
      if (kind !== 'target' || optional || damaged.has(name)) return false;
      let defined = isDefined.get(name);
      if (defined === undefined) isDefined.set(name, (defined = findTarget(scopes, name) !== undefined));
      return !defined;
    });
    if (undefinedOnes.length === 0) return;
    const level = scopes.some((scope) => scope.complete) ? 'error' : 'hint';
    const suggest = suggestions(scopes);
    for (const reference of undefinedOnes) {
      if (isExplained(tree, reference)) continue;
      // Names are compared with every target of the circuit: no more of them than are shown.
      reportAt(reference.span, () => finding(context, reference, level, suggest(reference.name)));
    }
  },
});

/** Whether another rule says what is wrong: an unknown type, or `apic[0]` in a line. */
function isExplained(tree: TargetTree, { name, span }: Reference): boolean {
  const target = targetAt(tree, span.start);
  if (!target || !hasKnownType(target)) return true;
  return (target.targetType === 'Compartment' || target.targetType === 'Section') && indexNotation(name) !== undefined;
}

function finding(
  { text, tree }: RuleContext<TargetTree>,
  { name, span }: Reference,
  level: 'error' | 'hint',
  suggestion: string | undefined,
): Omit<Finding, 'span'> {
  const message =
    level === 'error'
      ? `Target ${quoted(name)} is not defined: neurodamus takes it for an empty target. ${advice(name, suggestion)}`
      : // A name of a file out of reach is most likely right: nothing is proposed in its place.
        `Target ${quoted(name)} is not defined in the files that can be read from here; a target file out of reach may define it.`;
  return {
    level,
    message,
    fixes: () => [
      ...(suggestion === undefined
        ? []
        : [
            {
              title: `Change to ${quoted(suggestion)}`,
              changes: [{ span, newText: suggestion }],
              preferred: level === 'error',
            },
          ]),
      ...creation(text, tree, name, span.start),
    ],
  };
}

function advice(name: string, suggestion: string | undefined): string {
  if (suggestion !== undefined) return `Did you mean ${quoted(suggestion)}?`;
  if (isSubset(name)) return 'Subset words stand after a member, in Compartment and Section targets.';
  return 'Define it, or name one that is.';
}

/** A number without `a`, or with a capital one, was meant as a cell. */
function gidMeant(name: string): string | undefined {
  return /^A?[1-9]\d{0,9}$/.test(name) ? `a${name.replace('A', '')}` : undefined;
}

function suggestions(scopes: readonly Scope[]): (name: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  let names: readonly string[] | undefined;
  return (name) => {
    if (!found.has(name)) {
      names ??= [...new Set(scopes.flatMap((scope) => scope.names('target')))];
      found.set(name, gidMeant(name) ?? nearest(name, names));
    }
    return found.get(name);
  };
}

/** A new, empty target below the one that names it. */
function creation(text: string, tree: TargetTree, name: string, at: number): Fix[] {
  const target = targetAt(tree, at);
  if (!target?.close || targetNameProblem(name) !== undefined) return [];
  const eol = lineBreakOf(text);
  const newText = `${eol}${eol}Target Cell ${name}${eol}{${eol}}`;
  return [{ title: `Create target ${quoted(name)}`, changes: [insertion(lineEnd(text, target.end), newText)] }];
}
