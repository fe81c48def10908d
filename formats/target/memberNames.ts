import { gidOf, type TargetBody } from './model';
import { WORD_KIND } from './rows';

/** The names in a body, each once. */
export interface MemberNames {
  /** Members. */
  readonly members: ReadonlySet<string>;
  /** Further words of lines: members where they are targets, as bluepy reads them. */
  readonly further: ReadonlySet<string>;
}

const known = new WeakMap<TargetBody, MemberNames>();
const NONE: MemberNames = { members: new Set(), further: new Set() };

export function memberNamesOf(body: TargetBody): MemberNames {
  if (body.names.length === 0 && body.rows.length === 0) return NONE;
  let names = known.get(body);
  if (!names) {
    const members = new Set(body.names.map(({ text }) => text));
    const further = new Set<string>();
    for (const { text } of body.rows.words(WORD_KIND.extra)) {
      if (gidOf(text) === undefined && !members.has(text)) further.add(text);
    }
    known.set(body, (names = { members, further }));
  }
  return names;
}
