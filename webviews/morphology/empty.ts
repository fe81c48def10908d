/** In the place of the view, where a file holds no cell: what it is, why nothing is shown, and what can be done. */
import type { MorphologyContent } from '../../protocol/morphologyView';
import { element, linkButton } from '../common/dom';
import { messageNotice } from '../common/notices';
import { counted } from '../common/numbers';
import { factList } from './card/facts';
import type { Host } from './host';

/** More are in the Problems panel. */
const PROBLEM_LIMIT = 20;

export function emptyView(content: MorphologyContent, host: Host, retry: () => void): HTMLElement {
  const { summary, format } = content;
  // Of an empty file it goes without saying that it has no axon either.
  const mistakes = content.problems.filter(({ level }) => level === 'error' || level === 'warning');
  const problems = mistakes.length > 0 ? mistakes : content.problems;
  const again = { label: 'Read again', run: retry };
  const openAsData = { label: 'Open as Data', run: () => host.openAsData() };
  const openText = { label: 'Open the text', run: () => host.openText() };
  const actions = format !== 'h5' ? [openText, again] : summary ? [openAsData, again] : [again, openAsData];
  const notice = summary
    ? messageNotice(
        'info',
        summary.title,
        [content.refused ? 'It is no morphology.' : 'It is no single cell, so there is no 3-D view of it yet.'],
        actions,
      )
    : messageNotice(
        content.refused ? 'error' : 'info',
        `${content.name} holds no morphology`,
        [problems.length > 0 ? 'This is what was found:' : reason(content)],
        actions,
      );
  const list = element(
    'ul',
    { class: 'problem-list' },
    ...problems.slice(0, PROBLEM_LIMIT).map(({ message, code, place }) => {
      const { line } = place;
      const where =
        line === undefined
          ? undefined
          : linkButton(`line ${line + 1}`, () => {
              host.pickLine(line, true);
            });
      return element('li', {}, message, ' ', element('span', { class: 'muted' }, code), ' ', where);
    }),
  );
  const more = problems.length - PROBLEM_LIMIT;
  return element(
    'main',
    { class: 'alone' },
    notice,
    summary ? factList(summary.facts.map(({ label, value }) => [label, value])) : undefined,
    problems.length > 0 ? list : undefined,
    more > 0
      ? element('p', { class: 'muted' }, `and ${counted(more, 'problem')} more in the Problems panel`)
      : undefined,
  );
}

function reason({ size }: MorphologyContent): string {
  return size === 0
    ? 'The file is empty. An SWC file has one sample a line: id, type, x, y, z, radius, parent.'
    : 'There are neither sections nor a soma in it: only comments or blank lines.';
}
