/** What the file says of itself, and what is suspicious in it. */
import { element, icon, linkButton } from '../../common/dom';
import { menuButton, type MenuItem } from '../../common/menu';
import { emptyNote } from '../../common/notices';
import { formatNumber } from '../../common/numbers';
import { saveText } from '../exports';
import type { Part, PartContext } from '../part';

const ICONS = { error: 'error', warning: 'warning', information: 'info', hint: 'lightbulb' } as const;

export function createSession(context: PartContext, openPath: (path: string) => void): Part {
  const { content } = context;
  const body = element('div', { class: 'session' });

  const render = (): void => {
    const { recording } = content.value;
    if (!recording) return;
    const { problems, session, tags } = recording;
    body.replaceChildren(
      element(
        'section',
        { class: 'session-card', 'aria-label': 'Problems' },
        element('h2', {}, 'Problems'),
        problems.length === 0
          ? element('p', { class: 'muted' }, 'Nothing suspicious was found.')
          : element(
              'ul',
              { class: 'problem-list' },
              ...problems.map(({ code, level, message, path }) =>
                element(
                  'li',
                  { class: 'problem' },
                  element('span', { class: `level ${level}` }, icon(ICONS[level], level)),
                  message,
                  ' ',
                  element('span', { class: 'muted' }, code),
                  ...(path === undefined
                    ? []
                    : [
                        ' ',
                        content.value.kind === 'abf'
                          ? path
                          : linkButton(path, () => {
                              openPath(path);
                            }),
                      ]),
                ),
              ),
            ),
      ),
      ...session.map(({ title, facts }) => factCard(title, facts)),
      ...(tags.length === 0
        ? []
        : [
            factCard(
              'Tags',
              tags.map(({ time, text }) => ({ label: `${formatNumber(time)} s`, value: text })),
            ),
          ]),
      ...(session.length === 0 ? [emptyNote('The file says nothing of its session.')] : []),
    );
  };
  const exports = (): readonly MenuItem[] => [
    {
      label: 'Session (JSON)',
      run: () => {
        const { session = [], tags = [], problems = [], title = '' } = content.value.recording ?? {};
        saveText(context, 'json', 'session', JSON.stringify({ title, session, tags, problems }, null, 2));
      },
    },
  ];
  render();
  return {
    element: element(
      'div',
      { class: 'session-holder' },
      element(
        'div',
        { class: 'toolbar' },
        element('span', { class: 'spring' }),
        menuButton('Export', 'export', exports),
      ),
      body,
    ),
    reload: render,
    setVisible: () => undefined,
    exports,
    dispose: () => undefined,
  };
}

function factCard(title: string, facts: readonly { readonly label: string; readonly value: string }[]): HTMLElement {
  return element(
    'section',
    { class: 'session-card', 'aria-label': title },
    element('h2', {}, title),
    element(
      'dl',
      { class: 'facts' },
      ...facts.flatMap(({ label, value }) => [element('dt', {}, label), element('dd', {}, value)]),
    ),
  );
}
