/** The card of the whole cell: its soma, its neurites by type, what the file says of itself. */
import type { Morphology, SomaType } from '../../../formats/morphology/model';
import { sectionTypeTitle, SOMA_TYPE } from '../../../formats/morphology/sectionTypes';
import { button, element } from '../../common/dom';
import { counted, formatCount, formatLength, formatNumber } from '../../common/numbers';
import { typeSummaries } from '../derived';
import type { PartContext } from '../part';
import { swatch } from '../swatch';
import { factList, type Fact } from './facts';

const SOMA_TITLES: Readonly<Record<SomaType, string>> = {
  SOMA_UNDEFINED: 'none',
  SOMA_SINGLE_POINT: 'sphere (one point)',
  SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS: 'three-point cylinder',
  SOMA_CYLINDERS: 'cylinders',
  SOMA_SIMPLE_CONTOUR: 'contour',
};

export function somaTitle(type: SomaType): string {
  return SOMA_TITLES[type];
}

export function cellFacts(context: PartContext, morphology: Morphology): readonly Node[] {
  const { palette, host } = context;
  const { family, soma, markers, metadata } = morphology;
  const summaries = typeSummaries(morphology);
  const [line] = soma.lines;
  const rows = summaries.map(({ type, neurites, sections, length }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, swatch(palette.value.typeColor(type)), sectionTypeTitle(type, family)),
      element('td', {}, formatCount(neurites)),
      element('td', {}, formatCount(sections)),
      element('td', {}, formatLength(length)),
    ),
  );
  const table = element(
    'table',
    { class: 'summary' },
    element('caption', { class: 'hidden-text' }, 'Neurites by type'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...['Type', 'Neurites', 'Sections', 'Length'].map((title) => element('th', { scope: 'col' }, title)),
      ),
    ),
    element('tbody', {}, ...rows),
  );
  const somaFacts: readonly Fact[] = [
    ['Soma', element('span', {}, swatch(palette.value.typeColor(SOMA_TYPE)), somaTitle(soma.type))],
    ...(soma.diameters.length > 0 ? ([['Soma points', formatCount(soma.diameters.length)]] as const) : []),
    ...somaDiameter(morphology),
    ...(markers.length > 0 ? ([['Markers', counted(markers.length, 'marker')]] as const) : []),
    ...metadata.map(({ key, value }): Fact => [key, value]),
  ];
  return [
    ...(rows.length > 0 ? [table] : []),
    factList(somaFacts),
    ...(line === undefined
      ? []
      : [
          element(
            'div',
            { class: 'actions' },
            button('Show soma in text', () => {
              host.pickLine(line, true);
            }),
          ),
        ]),
  ];
}

function somaDiameter({ soma }: Morphology): readonly Fact[] {
  const [diameter] = soma.diameters;
  return soma.type === 'SOMA_SINGLE_POINT' && diameter !== undefined
    ? [['Soma diameter', `${formatNumber(diameter)} µm`]]
    : [];
}
