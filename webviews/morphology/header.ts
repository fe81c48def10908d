/** The card on top: what the file is, and whether it is all right. */
import type { MorphologyContent } from '../../protocol/morphologyView';
import { element, icon, iconButton } from '../common/dom';
import { menuButton, type MenuItem } from '../common/menu';
import { counted, formatCount, formatLength } from '../common/numbers';
import { somaTitle } from './card/cell';
import { sectionMeasures } from './derived';
import { countLevels, type LevelCounts } from './problems/levels';

const FORMATS = { swc: 'SWC', asc: 'Neurolucida ASC', h5: 'HDF5' } as const;

interface Header {
  readonly element: HTMLElement;
  update(content: MorphologyContent): void;
}

export function createHeader(actions: {
  readonly showProblems: () => void;
  readonly openText: () => void;
  readonly exports: () => readonly MenuItem[];
}): Header {
  const name = element('h1', { class: 'file-name' });
  const facts = element('p', { class: 'file-facts' });
  const problems = element('button', { class: 'problem-count', type: 'button', on: { click: actions.showProblems } });
  const text = iconButton('go-to-file', 'Open the text beside', actions.openText);
  const notice = element('p', { class: 'file-notice', hidden: true });
  return {
    element: element(
      'header',
      { class: 'header' },
      element(
        'div',
        { class: 'header-line' },
        name,
        facts,
        problems,
        text,
        menuButton('Export', 'export', actions.exports),
      ),
      notice,
    ),
    update: (content) => {
      name.textContent = content.name;
      name.title = content.path;
      facts.textContent = headerFacts(content).join(' · ');
      const counts = countLevels(content.problems);
      problems.hidden = content.problems.length === 0;
      problems.replaceChildren(...levelCounts(counts));
      const words = levelWords(counts);
      problems.setAttribute('aria-label', `${words}: show`);
      problems.title = words;
      // An H5 file has no text.
      text.hidden = content.format === 'h5' || content.notice !== undefined;
      const notices = [content.notice, refusal(content)].filter((each) => each !== undefined);
      notice.hidden = notices.length === 0;
      notice.textContent = notices.join(' ');
    },
  };
}

/** A sign and a number for each level that there is; what is no mistake is in the colour of lesser text. */
function levelCounts({ errors, warnings, notes }: LevelCounts): readonly HTMLElement[] {
  const shown = [
    { level: 'error', sign: 'error', count: errors },
    { level: 'warning', sign: 'warning', count: warnings },
    { level: 'note', sign: 'info', count: notes },
  ];
  return shown
    .filter(({ count }) => count > 0)
    .map(({ level, sign, count }) =>
      element('span', { class: `level-count ${level}` }, icon(sign), formatCount(count)),
    );
}

/** "1 error, 2 warnings, 3 notes". */
function levelWords({ errors, warnings, notes }: LevelCounts): string {
  return [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(notes > 0 ? [counted(notes, 'note')] : []),
  ].join(', ');
}

function refusal({ refused, morphology }: MorphologyContent): string | undefined {
  return refused && morphology ? 'MorphIO refuses this file: what is shown is what could be read.' : undefined;
}

function headerFacts(content: MorphologyContent): readonly string[] {
  const { morphology, format, source } = content;
  const unsaved = source === 'text' ? ['follows the open text'] : [];
  if (!morphology) return [FORMATS[format], ...unsaved];
  const { version, soma, sections, diameters } = morphology;
  const known = format === 'h5' ? `HDF5 v${version[1]}.${version[2]}` : FORMATS[format];
  return [
    counted(sections.count, 'section'),
    counted(diameters.length, 'point'),
    `${formatLength(sectionMeasures(morphology).totalLength)} total length`,
    known,
    `soma: ${somaTitle(soma.type)}`,
    ...unsaved,
  ];
}
