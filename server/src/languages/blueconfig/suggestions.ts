/** Did-you-mean for names of which a file may hold any number. */
import { nearest } from '../../../../formats/text/nearest';

/** Names that are compared with all others: more problems are not shown anyway. */
const LOOKUP_LIMIT = 50;

/** The name that was surely meant; each is looked up once, and none beyond the limit. */
export function suggester(names: () => Iterable<string>): (name: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  let all: readonly string[] | undefined;
  return (name) => {
    if (found.has(name) || found.size >= LOOKUP_LIMIT) return found.get(name);
    const meant = nearest(name, (all ??= [...names()]));
    found.set(name, meant);
    return meant;
  };
}
