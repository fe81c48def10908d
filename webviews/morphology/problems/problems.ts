/** The tab "Problems": what is wrong with the file, and the checks after NeuroM. */
import { runChecks, type CheckResult } from '../../../formats/morphology/checks/run';
import type { Morphology } from '../../../formats/morphology/model';
import type { MorphologyProblem, ProblemLevel } from '../../../formats/morphology/problem';
import { element, icon } from '../../common/dom';
import { menuButton } from '../../common/menu';
import { emptyNote } from '../../common/notices';
import { formatCount } from '../../common/numbers';
import { Table } from '../../common/table';
import { afterPaint } from '../../common/webview';
import { exportTable } from '../exports';
import type { Part, PartContext } from '../part';
import { placeOf, type Found } from './place';

const ICONS: Readonly<Record<ProblemLevel, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};
const LEVELS: readonly ProblemLevel[] = ['error', 'warning', 'information', 'hint'];

/** @param flyTo takes the camera to a place in µm */
export function createProblems(context: PartContext, flyTo: (found: Found) => void): Part {
  const { content, state, host } = context;
  let morphology: Morphology | undefined;
  let isVisible = false;
  let problems: readonly MorphologyProblem[] = [];
  let results: readonly CheckResult[] | undefined;
  let cancelChecks: (() => void) | undefined;

  const go = (problem: MorphologyProblem, open: boolean): void => {
    const found = morphology && placeOf(morphology, problem.place);
    if (found) {
      state.update({ selection: { section: found.section, point: found.point } });
      flyTo(found);
    }
    const line = problem.place.line ?? (found && morphology?.lines[found.point]);
    if (line !== undefined) host.pickLine(line, open);
    else if (found) host.pickSection(found.section, found.point, open);
  };
  const at = (row: number): MorphologyProblem | undefined => problems[row];
  const table = new Table({
    label: 'Problems of the file',
    columns: [
      {
        title: 'Severity',
        width: 9.5,
        grow: 0,
        value: (row) => LEVELS.indexOf(at(row)?.level ?? 'hint'),
        text: (row) => at(row)?.level ?? '',
        mark: (row) => levelIcon(at(row)?.level ?? 'hint'),
      },
      { title: 'Code', width: 16, grow: 0, value: (row) => at(row)?.code ?? '' },
      { title: 'Message', width: 20, value: (row) => at(row)?.message ?? '' },
      {
        title: 'Line',
        align: 'end',
        width: 5,
        grow: 0,
        value: (row) => {
          const line = at(row)?.place.line;
          return line === undefined ? null : line + 1;
        },
      },
      {
        title: 'Section',
        align: 'end',
        width: 5,
        grow: 0,
        value: (row) => at(row)?.place.section ?? null,
      },
    ],
    onPick: (row, open) => {
      const problem = at(row);
      if (problem) go(problem, open);
    },
  });
  const none = emptyNote('No problems: MorphIO reads this file without a warning.');
  const checkAt = (row: number): CheckResult | undefined => results?.[row];
  const checks = new Table({
    label: 'Checks after NeuroM',
    columns: [
      {
        title: 'Result',
        width: 6,
        grow: 0,
        value: (row) => (checkAt(row)?.passed === true ? 'pass' : 'fail'),
        mark: (row) => resultIcon(checkAt(row)?.passed === true),
      },
      { title: 'Check', width: 14, value: (row) => checkTitle(checkAt(row)) },
      { title: 'Criterion', width: 14, value: (row) => checkAt(row)?.check.criterion ?? '' },
      {
        title: 'Places',
        align: 'end',
        width: 5,
        grow: 0,
        value: (row) => checkAt(row)?.failures ?? null,
        text: (row) => formatCount(checkAt(row)?.failures ?? 0),
      },
      { title: 'First place', width: 16, grow: 2, value: (row) => checkAt(row)?.problems[0]?.message ?? '' },
    ],
    onPick: (row, open) => {
      const problem = checkAt(row)?.problems[0];
      if (problem) go(problem, open);
    },
  });
  const checksNote = element('p', { class: 'muted checks-note', role: 'status' });

  const showChecks = (): void => {
    cancelChecks?.();
    if (!morphology || !isVisible || results) return;
    checksNote.textContent = 'Checking …';
    const given = morphology;
    cancelChecks = afterPaint(() => {
      const { levels } = content.value.settings;
      results = runChecks(given).filter(({ check }) => levels[check.code] !== 'off');
      const failed = results.filter(({ passed }) => !passed).length;
      checksNote.textContent =
        results.length === 0
          ? 'The checks are about neurons: they say nothing of this cell.'
          : `${failed} of ${results.length} checks fail. Not every failure is a mistake: a cell may have no apical dendrite.`;
      checks.setRows(results.length);
    });
  };
  const update = (): void => {
    // The worst first, those of a level as they stand in the file.
    problems = [...content.value.problems].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
    none.hidden = problems.length > 0;
    table.element.hidden = problems.length === 0;
    table.setRows(problems.length);
  };
  const subscription = content.subscribe(update);
  update();
  return {
    element: element(
      'div',
      { class: 'tab-part' },
      element(
        'div',
        { class: 'toolbar' },
        element('h3', { class: 'tab-heading' }, 'Problems of the file'),
        element('span', { class: 'spring' }),
        menuButton('Export', 'export', () => [
          ...exportTable(context, 'problems', table),
          ...exportTable(context, 'checks', checks),
        ]),
      ),
      none,
      table.element,
      element('div', { class: 'toolbar' }, element('h3', { class: 'tab-heading' }, 'Checks'), checksNote),
      checks.element,
    ),
    show: (given) => {
      if (given !== morphology) results = undefined;
      morphology = given;
      showChecks();
    },
    setVisible: (visible) => {
      isVisible = visible;
      if (!visible) return;
      table.refresh();
      checks.refresh();
      showChecks();
    },
    dispose: () => {
      cancelChecks?.();
      subscription();
      table.dispose();
      checks.dispose();
    },
  };
}

/** In NeuroM's words: "Has axon" for `has_axon`. */
function checkTitle(result: CheckResult | undefined): string {
  const words = result?.check.neuromName.replaceAll('_', ' ') ?? '';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function levelIcon(level: ProblemLevel): HTMLElement {
  const made = icon(ICONS[level]);
  made.classList.add('level', level);
  return made;
}

function resultIcon(passed: boolean): HTMLElement {
  const made = icon(passed ? 'pass' : 'error');
  made.classList.add('level', passed ? 'passed' : 'failed');
  return made;
}
