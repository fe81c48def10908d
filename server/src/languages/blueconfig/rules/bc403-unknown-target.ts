import { targetNameProblem } from '../../../../../formats/target/name';
import { nearest } from '../../../../../formats/text/nearest';
import { defineRule, type Finding, type Fix } from '../../../diagnostics/rule';
import type { SourceDocument } from '../../../workspace/document';
import { baseName, displayPath } from '../../../workspace/paths';
import type { MissingInclusion, Scope } from '../../../workspace/scope';
import { lineBreakOf } from '../insertions';
import { definitionOf, targetUses, type TargetUse } from '../targetUses';
import type { BlueConfigTree } from '../tree';

/** Names that are compared with all targets of a circuit: more are not shown anyway. */
const SUGGESTION_LIMIT = 50;

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
    const names = new Map<string, string | undefined>();
    const suggest = suggestions(scope);
    for (const use of targetUses(facts)) {
      if (use.reference.optional || definitionOf(scope, use)) continue;
      const { name } = use.reference;
      if (!names.has(name) && names.size < SUGGESTION_LIMIT)
        names.set(name, scope.complete ? suggest(name) : undefined);
      report(finding(uri, scope, use, names.get(name)));
    }
  },
});

function finding(
  uri: string,
  scope: Scope,
  { reference: { name, span } }: TargetUse,
  suggestion: string | undefined,
): Finding {
  if (!scope.complete) {
    const places = scope.missing.map(({ candidates, reason, key }) => {
      const place = displayPath(candidates.at(-1) ?? '');
      return `\`${place}\` (${key}) ${WHY[reason]}`;
    });
    const all = [...new Set(places)];
    const which = all.slice(0, 2).join(', ') + (all.length > 2 ? `, and ${all.length - 2} more` : '');
    return {
      span,
      level: 'hint',
      message: `Target \`${name}\` is in none of the target files that can be read here; ${which}.`,
    };
  }
  const files = scope.documents
    .filter((document) => document.uri !== uri)
    .map((document) => `\`${baseName(document.uri)}\``);
  const where =
    files.length > 0
      ? `is not defined in ${[...new Set(files)].join(' or ')}`
      : 'is not defined: this file leads to no target file';
  return {
    span,
    message: `Target \`${name}\` ${where}. ${suggestion ? `Did you mean \`${suggestion}\`?` : 'Define it, or name one that is.'}`,
    fixes: () => [
      ...(suggestion
        ? [{ title: `Change to \`${suggestion}\``, changes: [{ span, newText: suggestion }], preferred: true }]
        : []),
      ...creation(scope, name),
    ],
  };
}

function suggestions(scope: Scope): (name: string) => string | undefined {
  let names: readonly string[] | undefined;
  return (name) => nearest(name, (names ??= scope.names('target')));
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
  return [{ title: `Create target \`${name}\` in ${baseName(file.uri)}`, changes }];
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
