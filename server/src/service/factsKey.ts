import type { SourceDocument } from '../workspace/document';

const bodies = new WeakMap<object, number>();
let nextBody = 0;

/** The same for two states of a file that no other file can tell apart. Where things stand is left out. */
export function factsKey(document: SourceDocument | undefined): string {
  if (!document) return '';
  const { definitions, references, inclusions } = document.facts;
  return JSON.stringify([
    definitions.map(({ kind, name, content }) => [kind, name, content?.type, content && bodyNumber(content.body)]),
    references.map(({ kind, name }) => [kind, name]),
    inclusions.map(({ candidates }) => candidates),
  ]);
}

/** Bodies that an edit left alone are the same object: comparing them costs nothing. */
function bodyNumber(body: object): number {
  let number = bodies.get(body);
  if (number === undefined) {
    number = nextBody++;
    bodies.set(body, number);
  }
  return number;
}
