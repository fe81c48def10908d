/** Names that a target had better not bear. Source: `.target` reference, §1, §2 and §4. */
import { looksLikeGid, SUBSETS } from './model';

/** The target of all cells, which neurodamus makes itself. */
const GLOBAL_TARGET = '_ALL_';

/** Why a name cannot be used, or not by every reader. */
export interface NameFlaw {
  readonly level: 'error' | 'warning';
  /** What is said of the name; follows it in a sentence. */
  readonly text: string;
}

export function nameFlaw(name: string): NameFlaw | undefined {
  return FLAWS.find(({ has }) => has(name))?.flaw(name);
}

const FLAWS: readonly { readonly has: (name: string) => boolean; readonly flaw: (name: string) => NameFlaw }[] = [
  {
    has: (name) => /^a0\d/.test(name) && looksLikeGid(name),
    flaw: () => ({
      level: 'warning',
      text: 'is the name of a target to neurodamus only; Brion and bluepy take it for a cell',
    }),
  },
  {
    has: looksLikeGid,
    flaw: (name) => ({
      level: 'error',
      text: `means the cell with gid \`${name.slice(1, 41)}\`: a target of this name is never reached`,
    }),
  },
  {
    has: (name) => (SUBSETS as readonly string[]).includes(name),
    flaw: () => ({
      level: 'warning',
      text: 'is a subset word: among members bluepy never takes it for a target, and neurodamus only at the start of a line',
    }),
  },
  {
    has: (name) => name === GLOBAL_TARGET,
    flaw: () => ({ level: 'warning', text: 'is a target that neurodamus makes itself' }),
  },
  {
    has: (name) => /[{}#]/.test(name),
    flaw: (name) => ({
      level: 'warning',
      text: `holds \`${/[{}#]/.exec(name)?.[0] ?? ''}\`, which means something else to some readers`,
    }),
  },
];

/** Why a target cannot be given a name; undefined where it can. */
export function targetNameProblem(name: string): string | undefined {
  if (name === '') return 'A target needs a name.';
  const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  if (/\s/.test(name)) return `The name \`${shown}\` holds white space, which ends a name.`;
  const flaw = nameFlaw(name);
  if (flaw) return `\`${shown}\` ${flaw.text}. Choose another name.`;
  if (name.includes(':')) return `A config reads \`${shown}\` as population and target: choose a name without \`:\`.`;
  return undefined;
}
