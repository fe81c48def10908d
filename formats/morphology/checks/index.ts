/** NeuroM's `morph_check`, one file a check. Source: NeuroM 4, neurom/check/morphology_checks.py. */
import type { Check } from './check';
import { hasAllNonzeroNeuriteRadii } from './hasAllNonzeroNeuriteRadii';
import { hasAllNonzeroSectionLengths } from './hasAllNonzeroSectionLengths';
import { hasAllNonzeroSegmentLengths } from './hasAllNonzeroSegmentLengths';
import { hasApicalDendrite, hasAxon, hasBasalDendrite } from './hasNeurites';
import { hasMultifurcation } from './hasMultifurcation';
import { hasNoBackTracking } from './hasNoBackTracking';
import { hasNoDanglingBranch } from './hasNoDanglingBranch';
import { hasNoFatEnds } from './hasNoFatEnds';
import { hasNoFlatNeurites } from './hasNoFlatNeurites';
import { hasNoJumps } from './hasNoJumps';
import { hasNoNarrowNeuriteSection } from './hasNoNarrowNeuriteSection';
import { hasNoNarrowStart } from './hasNoNarrowStart';
import { hasNoOverlappingPoint } from './hasNoOverlappingPoint';
import { hasNoRootNodeJumps } from './hasNoRootNodeJumps';
import { hasNoSingleChildren } from './hasNoSingleChildren';
import { hasNonzeroSomaRadius } from './hasNonzeroSomaRadius';

/** Those that NeuroM's shipped configuration runs come first. NeuroM has `has_unifurcation` for `has_no_single_children` too. */
export const checks: readonly Check[] = [
  hasAxon,
  hasBasalDendrite,
  hasApicalDendrite,
  hasAllNonzeroSegmentLengths,
  hasAllNonzeroSectionLengths,
  hasAllNonzeroNeuriteRadii,
  hasNonzeroSomaRadius,
  hasNoFlatNeurites,
  hasNoJumps,
  hasNoRootNodeJumps,
  hasNoFatEnds,
  hasNoNarrowStart,
  hasNoDanglingBranch,
  hasNoNarrowNeuriteSection,
  hasMultifurcation,
  hasNoSingleChildren,
  hasNoBackTracking,
  hasNoOverlappingPoint,
];
