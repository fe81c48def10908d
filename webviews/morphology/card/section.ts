/** The card of a section. */
import type { Morphology } from '../../../formats/morphology/model';
import { lineOfSection } from '../../../formats/morphology/places';
import { sectionTypeTitle } from '../../../formats/morphology/sectionTypes';
import { childrenOf, topologyOf } from '../../../formats/morphology/topology';
import { button, element, icon, linkButton } from '../../common/dom';
import { formatCount, formatLength, formatNumber } from '../../common/numbers';
import { sectionMeasures } from '../derived';
import type { PartContext } from '../part';
import type { Selection } from '../state';
import { swatch } from '../swatch';
import { factList, type Fact } from './facts';

/** So many children are links; all are in the table of sections. */
const CHILD_LIMIT = 8;

export function sectionFacts(context: PartContext, morphology: Morphology, selection: Selection): readonly Node[] {
  const { state, palette, host } = context;
  const { section, point } = selection;
  const { sections, family, lines } = morphology;
  const topology = topologyOf(sections);
  const measures = sectionMeasures(morphology);
  const parent = sections.parents[section] ?? -1;
  const type = sections.types[section] ?? 0;
  const line = point === undefined ? lineOfSection(morphology, section) : lines[point];
  const select = (target: number): void => {
    state.update({ selection: { section: target } });
  };
  const facts: readonly Fact[] = [
    ['Type', element('span', {}, swatch(palette.value.typeColor(type)), sectionTypeTitle(type, family))],
    ['Branch order', String(topology.branchOrders[section] ?? 0)],
    ['Length', formatLength(measures.lengths[section] ?? 0)],
    ['Path distance', formatLength(measures.pathDistances[section] ?? 0)],
    ['Mean diameter', `${formatNumber(measures.meanDiameters[section] ?? 0)} µm`],
    ['Points', pointLink(context, morphology, section)],
    ['Parent', parent < 0 ? 'none: a root section' : sectionLink(parent, select, true)],
    ['Children', childLinks(childrenOf(topology, section), select)],
    ...(point === undefined ? [] : [pointFact(morphology, section, point)]),
    ...(line === undefined ? [] : ([['Line', formatCount(line + 1)]] as const)),
  ];
  const showText =
    line === undefined
      ? undefined
      : button('Show in text', () => {
          host.pickSection(section, point, true);
        });
  return [factList(facts), ...(showText ? [element('div', { class: 'actions' }, showText)] : [])];
}

function sectionLink(target: number, select: (section: number) => void, isUp = false): HTMLElement {
  const link = linkButton(
    String(target),
    () => {
      select(target);
    },
    `Select section ${target}`,
  );
  if (isUp) link.append(' ', icon('arrow-up'));
  return link;
}

function childLinks(children: Uint32Array, select: (section: number) => void): string | Node {
  if (children.length === 0) return 'none: a tip';
  const links = [...children.subarray(0, CHILD_LIMIT)].flatMap((child, index) =>
    index === 0 ? [sectionLink(child, select)] : [', ', sectionLink(child, select)],
  );
  const left = children.length - CHILD_LIMIT;
  return element('span', {}, ...links, left > 0 ? ` and ${formatCount(left)} more` : undefined);
}

function pointLink({ state }: PartContext, { sections }: Morphology, section: number): Node {
  const count = (sections.offsets[section + 1] ?? 0) - (sections.offsets[section] ?? 0);
  return linkButton(
    formatCount(count),
    () => {
      state.update({ tab: 'points', paneOpen: true });
    },
    'Show the points',
  );
}

function pointFact({ points, diameters, sections }: Morphology, section: number, point: number): Fact {
  const at = [0, 1, 2].map((axis) => formatNumber(points[point * 3 + axis] ?? NaN)).join(', ');
  const place = point - (sections.offsets[section] ?? 0) + 1;
  return [`Point ${formatCount(place)}`, `${at} µm · ⌀ ${formatNumber(diameters[point] ?? NaN)} µm`];
}
