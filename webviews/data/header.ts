/** The card on top: what the file is, and whether it is all right. */
import type { DataContent } from '../../protocol/dataView';
import { element, icon } from '../common/dom';
import { counted, formatCount } from '../common/numbers';
import { sizeText } from './size';

interface Header {
  readonly element: HTMLElement;
  update(content: DataContent, message: string | null): void;
}

export function createHeader(showProblems: () => void): Header {
  const name = element('h1', { class: 'file-name' });
  const title = element('p', { class: 'file-title' });
  const size = element('p', { class: 'file-size muted' });
  const facts = element('dl', { class: 'file-facts' });
  const problems = element('button', { class: 'problem-count', type: 'button', on: { click: showProblems } });
  const notice = element('p', { class: 'file-notice', role: 'status', hidden: true });
  return {
    element: element(
      'header',
      { class: 'header' },
      element('div', { class: 'header-line' }, name, title, problems, size),
      facts,
      notice,
    ),
    update: (content, message) => {
      name.textContent = content.name;
      name.title = content.path;
      title.textContent = content.title;
      title.title = content.title;
      size.textContent = sizeText(content.size);
      facts.hidden = content.facts.length === 0;
      facts.replaceChildren(
        ...content.facts.map(({ label, value }) =>
          element('div', {}, element('dt', {}, label), element('dd', { title: value }, value)),
        ),
      );
      const found = content.recording?.problems ?? [];
      const errors = found.filter(({ level }) => level === 'error').length;
      problems.hidden = found.length === 0;
      problems.classList.toggle('has-errors', errors > 0);
      problems.replaceChildren(icon(errors > 0 ? 'error' : 'warning'), formatCount(found.length));
      problems.setAttribute('aria-label', `${counted(found.length, 'problem')}: show`);
      const notices = [content.notice, message].filter((each) => each !== undefined && each !== null);
      notice.hidden = notices.length === 0;
      notice.textContent = notices.join(' ');
    },
  };
}
