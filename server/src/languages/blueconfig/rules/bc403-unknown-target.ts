import { lineBreakOf } from '../../../../../formats/text/layout';
import { targetNameProblem } from '../../../../../formats/target/name';
import { defineRule, type Finding, type Fix } from '../../../diagnostics/rule';
import { clipped, quoted, quotedPath } from '../../../diagnostics/wording';
import type { SourceDocument } from '../../../workspace/document';
import { baseName, displayPath } from '../../../workspace/paths';
import type { MissingInclusion, Scope } from '../../../workspace/scope';
import { suggester } from '../suggestions';
import { definitionOf, targetUses, type TargetUse } from '../targetUses';
import type { BlueConfigTree } from '../tree';

const WHY: Readonly<Record<MissingInclusion['reason'], string>> = {
  missing: 'is missing or cannot be read',
  unreachable: 'is out of reach from this machine',
  unsupported: 'holds node sets, which are not read yet',
};

export const unknownTarget = defineRule<BlueConfigTree>({
  code: 'BC403',
  title: 'unknown target',
  level: 'error',
  category: 'reference',
  documentation: `
Targets are defined in \`start.target\` in the folder of the circuit and in the file of \`TargetFile\`. A name that
neither defines ends a simulation with an error, late, when the cells are already loaded; analysis tools fail as well.
\`a12\`, a single cell by its gid, is known without a definition. \`population:target\` is looked up by the part after the
colon, and under the whole name as bluepy does.

Where a target file cannot be reached from here, a name that only it could define is just a hint.
`,
  examples: {
    good: [
      `
      Run Default
      {
          CircuitPath circuit
          TargetFile user.target
          CircuitTarget Mosaic
      }
      Report soma
      {
          Target Column
      }
      Report cell
      {
          Target a12
      }
      Report population
      {
          Target neurons:Column
      }
      Report all
      {
          Target neurons:
      }
      //- /circuit/start.target
      Target Cell Mosaic
      {
          a1 a2
      }
      //- /user.target
      Target Cell Column
      {
          a2
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          CircuitPath circuit
      }
      Report soma
      {
          Target Mosiac
      #          ^^^^^^ Did you mean \`Mosaic\`
      }
      Connection all
      {
          Source neurons:Unheard
      #                  ^^^^^^^ not defined
          Destination Mosaic
      }
      //- /circuit/start.target
      Target Cell Mosaic
      {
          a1
      }
      `,
      `
      Run Default
      {
          CircuitPath /elsewhere/project/circuit
          CircuitTarget Mosaic
      #                 ^^^^^^ out of reach
      }
      `,
      `
      Run Default
      {
          CircuitPath circuit
          TargetFile nodes.json
          CircuitTarget Layer5
      #                 ^^^^^^ node sets
      }
      //- /circuit/
      //- /nodes.json
      {}
      `,
    ],
  },
  check({ uri, facts, scopes, report }) {
    const [scope] = scopes;
    if (!scope) return;
    const suggest = suggester(() => scope.names('target'));
    const where = scope.complete ? lookedIn(uri, scope) : notRead(scope);
    for (const use of targetUses(facts)) {
      if (use.reference.optional || definitionOf(scope, use)) continue;
      report(finding(scope, use, where, scope.complete ? suggest(use.reference.name) : undefined));
    }
  },
});

function finding(
  scope: Scope,
  { reference: { name, span } }: TargetUse,
  where: string,
  suggestion: string | undefined,
): Finding {
  if (!scope.complete) return { span, level: 'hint', message: `Target ${quoted(name)} ${where}.` };
  return {
    span,
    message: `Target ${quoted(name)} ${where}. ${suggestion ? `Did you mean ${quoted(suggestion)}?` : 'Define it, or name one that is.'}`,
    fixes: () => [
      ...(suggestion
        ? [{ title: `Change to ${quoted(suggestion)}`, changes: [{ span, newText: suggestion }], preferred: true }]
        : []),
      ...creation(scope, name),
    ],
  };
}

function notRead(scope: Scope): string {
  const places = new Set(
    scope.missing.map(
      ({ candidates, reason, key }) => `${quotedPath(displayPath(candidates.at(-1) ?? ''))} (${key}) ${WHY[reason]}`,
    ),
  );
  return `is in none of the target files that can be read here; ${first([...places], 2)}`;
}

function lookedIn(uri: string, scope: Scope): string {
  const others = scope.documents.filter((document) => document.uri !== uri);
  const files = new Set(others.map((document) => quotedPath(baseName(document.uri))));
  if (files.size === 0) return 'is not defined: this file leads to no target file';
  return files.size > 3 ? `is not defined in ${first([...files], 3)}` : `is not defined in ${[...files].join(' or ')}`;
}

function first(words: readonly string[], count: number): string {
  const shown = words.slice(0, count).join(', ');
  return words.length > count ? `${shown}, and ${words.length - count} more` : shown;
}

/** In the user's own file where there is one: start.target belongs to the circuit. */
function creation(scope: Scope, name: string): Fix[] {
  const file = targetFileOf(scope);
  if (!file || targetNameProblem(name) !== undefined) return [];
  const { text } = file;
  const eol = lineBreakOf(text);
  const gap = text === '' ? '' : /[\n\r]$/.test(text) ? eol : eol + eol;
  const newText = `${gap}Target Cell ${name}${eol}{${eol}}${eol}`;
  const changes = [{ uri: file.uri, span: { start: text.length, end: text.length }, newText }];
  return [{ title: `Create target ${quoted(name)} in ${clipped(baseName(file.uri))}`, changes }];
}

function targetFileOf(scope: Scope): SourceDocument | undefined {
  const inclusions = scope.root?.facts.inclusions ?? [];
  const ordered = [...inclusions].sort((a, b) => Number(b.explicit) - Number(a.explicit));
  for (const { candidates } of ordered) {
    const document = scope.documents.find((each) => candidates.includes(each.uri));
    if (document) return document;
  }
  return undefined;
}
