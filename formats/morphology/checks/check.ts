/** A check after NeuroM's `morph_check`: a well-formed morphology may still be implausible. */
import type { Morphology } from '../model';
import type { ProblemKind, ProblemPlace } from '../problem';

/** Where and why a check fails; one that fails as a whole (no axon) reports a place without a section. */
type ReportFailure = (place: ProblemPlace, message: () => string) => void;

export interface Check extends ProblemKind {
  /** `has_axon`. */
  readonly neuromName: string;
  /** It is in the configuration that NeuroM ships, and has the threshold from there. */
  readonly shipped: boolean;
  /** What passes, with its unit, for people: "every segment is longer than 0.01 µm". */
  readonly criterion: string;
  /** Codes of problems that say the same of a place: there the failure is not listed as well. */
  readonly impliedBy?: readonly string[];
  /** Says nothing new of a morphology without a neurite: it fails there, but is not listed. */
  readonly needsNeurites?: boolean;
  /** Reports nothing where the check passes. Each point, section or segment is reported once. */
  readonly run: (morphology: Morphology, report: ReportFailure) => void;
}

type CheckDefinition = Omit<Check, 'code' | 'level' | 'category' | 'formats' | 'examples'> &
  Partial<Pick<Check, 'examples' | 'formats' | 'level'>>;

/** A check's code is its name in NeuroM: `has_no_jumps` is `morph/check-has-no-jumps`. */
export function defineCheck(definition: CheckDefinition): Check {
  return {
    examples: { good: [], bad: [] },
    formats: ['swc', 'asc', 'h5'],
    ...definition,
    code: `morph/check-${definition.neuromName.replaceAll('_', '-')}`,
    level: definition.level ?? (definition.shipped ? 'information' : 'hint'),
    category: 'value',
  };
}
