/** The search box above the tree: objects of the whole file by name or path. */
import { element, icon, iconButton } from '../../common/dom';
import { emptyNote } from '../../common/notices';
import { formatCount } from '../../common/numbers';
import { debounce } from '../../common/webview';
import type { Host } from '../host';

const MOST_RESULTS = 200;
/** ms after the last letter. */
const REST = 250;

const ICONS = { group: 'folder', dataset: 'symbol-array', datatype: 'symbol-class', link: 'link' } as const;

interface Search {
  readonly element: HTMLElement;
  /** In the place of the tree while something is looked for. */
  readonly results: HTMLElement;
  focus(): void;
  dispose(): void;
}

export function createSearch(
  host: Host,
  pick: (path: string) => void,
  searching: (isSearching: boolean) => void,
): Search {
  let abort: AbortController | undefined;
  const results = element('div', { class: 'search-results', hidden: true });
  const input = element('input', {
    class: 'search-input',
    type: 'search',
    placeholder: 'Search path or name',
    'aria-label': 'Search the file by path or name',
    spellcheck: 'false',
  });
  const stop = iconButton('close', 'Stop the search', () => {
    input.value = '';
    run.now();
  });

  const show = (isSearching: boolean, ...content: readonly HTMLElement[]): void => {
    results.hidden = !isSearching;
    results.replaceChildren(...content);
    stop.hidden = !isSearching;
    searching(isSearching);
  };

  const run = debounce(() => {
    abort?.abort();
    const text = input.value.trim();
    if (text === '') {
      show(false);
      return;
    }
    const own = new AbortController();
    abort = own;
    const wait = emptyNote('Searching …');
    wait.setAttribute('aria-busy', 'true');
    show(true, wait);
    void look(text, own);
  }, REST);

  async function look(text: string, own: AbortController): Promise<void> {
    try {
      const { matches, isCut } = await host.search(text, MOST_RESULTS, own.signal);
      if (own.signal.aborted) return;
      const found = `${formatCount(matches.length)}${isCut ? ' shown, there are more' : ' found'}`;
      show(
        true,
        element('p', { class: 'search-count', role: 'status' }, found),
        element(
          'ul',
          { class: 'search-list', 'aria-label': 'Found objects' },
          ...matches.map(({ path, kind }) => element('li', {}, resultButton(path, kind))),
        ),
      );
    } catch (error) {
      if (own.signal.aborted) return;
      show(true, emptyNote(error instanceof Error ? error.message : String(error)));
    }
  }

  const resultButton = (path: string, kind: keyof typeof ICONS): HTMLElement =>
    element(
      'button',
      {
        class: 'search-result',
        type: 'button',
        title: path,
        on: {
          click: () => {
            pick(path);
          },
        },
      },
      icon(ICONS[kind]),
      element('span', { class: 'tree-name' }, path),
    );

  input.addEventListener('input', run.later);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') run.now();
    else if (event.key === 'Escape') {
      input.value = '';
      run.now();
    } else if (event.key === 'ArrowDown') results.querySelector('button')?.focus();
    else return;
    event.preventDefault();
  });
  results.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = [...results.querySelectorAll('button')];
    const at = all.findIndex((each) => each === document.activeElement);
    const next = all[at + (event.key === 'ArrowDown' ? 1 : -1)];
    (next ?? input).focus();
    event.preventDefault();
  });
  stop.hidden = true;
  return {
    element: element('div', { class: 'search', role: 'search' }, icon('search'), input, stop),
    results,
    focus: () => {
      input.focus();
    },
    dispose: () => {
      abort?.abort();
    },
  };
}
