import { gidOf, MAXIMUM_GID } from '../../../formats/target/model';
import { ROW_TRAIT } from '../../../formats/target/rows';
import { cellCount } from '../../../formats/text/counts';
import type { SourceDocument } from '../workspace/document';
import { baseName } from '../workspace/paths';
import type { PlacedDefinition, Scope } from '../workspace/scope';
import { namedPlaceAt } from './navigation';
import { shownPath, type Session } from './session';

/** A target of a scope, with its size. */
export interface TargetSummary {
  readonly name: string;
  readonly type: string;
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
  /** Members as written: gids and names. */
  readonly members: number;
  /** Cells after all that it contains is resolved, each once; of a circle those that can be reached. */
  readonly cells: number;
  /** Whether it is in a circle or leads to one. */
  readonly circular: boolean;
}

/** The cells of one target, and what stands in the way. */
export interface ResolvedMembers {
  readonly name: string;
  readonly type: string;
  /** `[n]` gids, 1-based, ascending. */
  readonly cells: Uint32Array;
  readonly problems: readonly string[];
}

/** Every target that a document's scopes define, in the order of files and lines. */
export async function listTargets(session: Session, document: SourceDocument): Promise<TargetSummary[]> {
  const summaries = new Map<string, TargetSummary>();
  for (const scope of await session.scopes.of(document)) {
    for (const file of scope.documents) {
      for (const { kind, name, content, span } of file.facts.definitions) {
        if (kind !== 'target' || !content) continue;
        const line = file.lines.lineOf(span.start);
        const members = content.body.gids.length + content.body.names.length;
        const { cells, cycle } = scope.resolve(name);
        summaries.set(`${file.uri} ${line} ${name}`, {
          name,
          type: content.type,
          uri: file.uri,
          line,
          members,
          cells: cells.length,
          circular: cycle !== undefined,
        });
      }
    }
  }
  return [...summaries.values()];
}

/** The cells of a target or gid as a document's first scope resolves it; undefined where it is not defined. */
export async function resolveMembers(
  session: Session,
  document: SourceDocument,
  name: string,
): Promise<ResolvedMembers | undefined> {
  // To every reader a gid is a target of one cell, whatever is defined.
  const gid = gidOf(name);
  if (gid !== undefined && gid <= MAXIMUM_GID) return { name, type: 'Cell', cells: Uint32Array.of(gid), problems: [] };
  for (const scope of await session.scopes.of(document)) {
    const definition = scope.find('target', name)[0];
    if (definition) return { name, ...membersIn(scope, definition) };
  }
  return undefined;
}

function membersIn(scope: Scope, definition: PlacedDefinition): Omit<ResolvedMembers, 'name'> {
  const { cells, undefinedNames, cycle } = scope.resolve(definition.name);
  const problems = undefinedNames.map((name) => `The target \`${name}\` is not defined.`);
  if (cycle) problems.push(`The targets contain each other: ${cycle.join(' → ')}.`);
  for (const { subsets } of definition.content?.body.rows.having(ROW_TRAIT.secondSubset) ?? []) {
    problems.push(`Two section types in one line: ${subsets.map((word) => word.text).join(', ')}.`);
  }
  return { type: definition.content?.type ?? '', cells, problems };
}

/** The target under a cursor written out as text; undefined where no target stands there. */
export async function resolvedTargetText(
  session: Session,
  document: SourceDocument,
  offset: number,
): Promise<{ readonly name: string; readonly text: string } | undefined> {
  const place = namedPlaceAt(document, offset);
  const around = document.facts.definitions.find(
    ({ kind, range }) => kind === 'target' && range.start <= offset && offset <= range.end,
  );
  const name = place?.kind === 'target' ? place.name : around?.name;
  if (name === undefined) return undefined;
  for (const scope of await session.scopes.of(document)) {
    const definition = scope.find('target', name)[0];
    if (definition) return { name, text: written(session, scope, definition) };
  }
  return { name, text: `# The target ${name} is defined in no file that can be read from here.\n` };
}

function written(session: Session, scope: Scope, definition: PlacedDefinition): string {
  const { type, cells, problems } = membersIn(scope, definition);
  const body = definition.content?.body;
  const parts = [...new Set(body?.names.map((word) => word.text) ?? [])].map((name) => {
    const part = scope.find('target', name)[0];
    const count = scope.resolve(name).cells.length;
    return part ? `#   ${name} (${part.content?.type ?? ''}): ${cellCount(count)}` : `#   ${name}: not defined`;
  });
  const own = body?.gids.length ?? 0;
  return [
    `# ${type} target ${definition.name}: ${cellCount(cells.length)}`,
    `# Defined in ${shownPath(session, definition.uri)}`,
    ...(scope.root ? [`# As read with ${shownPath(session, scope.root.uri)}`] : []),
    ...(own > 0 ? [`# Written as gids in its own body: ${own}`] : []),
    ...(parts.length > 0 ? ['# Made of:', ...parts] : []),
    ...problems.map((problem) => `# Problem: ${problem}`),
    '',
    `Target Cell ${definition.name}`,
    '{',
    ...lines(cells),
    '}',
    '',
  ].join('\n');
}

/** Ten gids a line. */
function lines(cells: Uint32Array): string[] {
  const rows: string[] = [];
  for (let i = 0; i < cells.length; i += 10) {
    rows.push(`  ${Array.from(cells.subarray(i, i + 10), (gid) => `a${gid}`).join(' ')}`);
  }
  return rows;
}

/** One line on the files that a document is read with: "Circuit: CircuitConfig · 3 target files · 12 345 cells". */
export async function statusOf(
  session: Session,
  document: SourceDocument,
): Promise<{ readonly text: string; readonly detail: string; readonly severity: 'information' | 'warning' }> {
  const scopes = await session.scopes.of(document);
  // A target file may serve several configs: all files that one of them leads to, each once.
  const targetFiles = [
    ...new Set(scopes.flatMap(({ documents, root }) => documents.filter((each) => each.uri !== root?.uri))),
  ];
  const cells = Math.max(0, ...scopes.map(largestTarget));
  const roots = scopes.flatMap((each) => (each.root ? [baseName(each.root.uri)] : []));
  const circuit = document.language.root ? baseName(document.uri) : roots.length > 0 ? roots.join(', ') : 'no config';
  const missing = scopes.flatMap((each) => each.missing);
  const text = [
    document.language.root ? `Circuit: ${circuit}` : `Used by: ${circuit}`,
    `${targetFiles.length} target ${targetFiles.length === 1 ? 'file' : 'files'}`,
    cellCount(cells),
  ].join(' · ');
  const detail = [
    ...targetFiles.map((each) => shownPath(session, each.uri)),
    ...missing.map(({ key, reason, candidates }) => `${key}: ${shownPath(session, candidates[0] ?? '')} (${reason})`),
  ].join('\n');
  return { text, detail, severity: missing.length > 0 ? 'warning' : 'information' };
}

/** The cells of everything that the target files name: of Mosaic where there is one, else of all of them. */
function largestTarget(scope: Scope): number {
  if (scope.find('target', 'Mosaic').length > 0) return scope.resolve('Mosaic').cells.length;
  const gids = new Set<number>();
  for (const { facts } of scope.documents) {
    for (const { content } of facts.definitions) for (const gid of content?.body.gids ?? []) gids.add(gid);
  }
  return gids.size;
}
