import type { Rule } from '../../../diagnostics/rule';
import type { TargetTree } from '../tree';
import { braceLine } from './tg001-brace-line';
import { notClosed } from './tg002-not-closed';
import { unknownType } from './tg003-unknown-type';
import { commentInTarget } from './tg004-comment-in-target';
import { duplicateTarget } from './tg005-duplicate-target';
import { undefinedMember } from './tg006-undefined-member';
import { circularTarget } from './tg007-circular-target';
import { emptyTarget } from './tg008-empty-target';
import { leadingZeros } from './tg009-leading-zeros';
import { gidOutOfRange } from './tg010-gid-out-of-range';
import { duplicateMember } from './tg011-duplicate-member';
import { tabsAndReturns } from './tg012-tabs-and-returns';
import { typeUnknownToBrion } from './tg013-type-unknown-to-brion';
import { severalMembers } from './tg014-several-members';
import { unknownSubset } from './tg015-unknown-subset';
import { numberOutOfRange } from './tg016-number-out-of-range';
import { indexNotationRule } from './tg017-index-notation';
import { skippedNesting } from './tg018-skipped-nesting';
import { ignoredSubset } from './tg019-ignored-subset';
import { colonInName } from './tg020-colon-in-name';
import { halfCommented } from './tg021-half-commented';
import { unusedTarget } from './tg022-unused-target';
import { headerLayout } from './tg024-header-layout';
import { keyword } from './tg025-keyword';
import { unusableName } from './tg026-unusable-name';

/** Every rule of the language, by code. */
export const rules: readonly Rule<TargetTree>[] = [
  braceLine,
  notClosed,
  unknownType,
  commentInTarget,
  duplicateTarget,
  undefinedMember,
  circularTarget,
  emptyTarget,
  leadingZeros,
  gidOutOfRange,
  duplicateMember,
  tabsAndReturns,
  typeUnknownToBrion,
  severalMembers,
  unknownSubset,
  numberOutOfRange,
  indexNotationRule,
  skippedNesting,
  ignoredSubset,
  colonInName,
  halfCommented,
  unusedTarget,
  headerLayout,
  keyword,
  unusableName,
];
