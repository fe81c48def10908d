/** The parts of the view, put together. */
import type { MorphologyContent, MorphologyViewCommand } from '../../protocol/morphologyView';
import type { Morphology } from '../../formats/morphology/model';
import { element, iconButton } from '../common/dom';
import type { MenuItem } from '../common/menu';
import { Observed, type Observable } from '../common/signal';
import { splitter } from '../common/splitter';
import { Tabs } from '../common/tabs';
import { afterPaint } from '../common/webview';
import { createCard } from './card/card';
import { createDendrogram } from './dendrogram/dendrogram';
import { saveText } from './exports';
import { createHeader } from './header';
import type { Host } from './host';
import { fitState } from './keptState';
import { createMeasures } from './measures/measures';
import type { Palette } from './palette';
import type { Part, PartContext } from './part';
import { createPersistence } from './persistence/persistence';
import { createPoints } from './points/points';
import { countLevels } from './problems/levels';
import { createProblems } from './problems/problems';
import { createScene } from './scene/scene';
import { createSholl } from './sholl/sholl';
import { pythonSnippet } from './snippet';
import { TABS, type Selection, type Tab, type ViewState } from './state';

export interface MorphologyView {
  show(content: MorphologyContent, morphology: Morphology): void;
  selectFromText(section: number | null, point: number | null): void;
  run(command: MorphologyViewCommand): void;
  dispose(): void;
}

/** µm around a problem that are to be seen. */
const FLIGHT_RADIUS = 20;

const TITLES: Readonly<Record<Tab, string>> = {
  dendrogram: 'Dendrogram',
  measures: 'Measures',
  sholl: 'Sholl',
  persistence: 'Persistence',
  points: 'Points',
  problems: 'Problems',
};

export function composeView(
  page: HTMLElement,
  given: {
    readonly content: MorphologyContent;
    readonly morphology: Morphology;
    readonly state: ViewState;
    readonly host: Host;
    readonly palette: Observable<Palette>;
  },
): MorphologyView {
  const { state, host, palette } = given;
  const content = new Observed(given.content);
  const context: PartContext = { content, state, host, palette };
  state.update(fitState(state.value, given.morphology));

  const scene = createScene(context);
  const card = createCard(context);
  const parts: Readonly<Record<Tab, Part>> = {
    dendrogram: createDendrogram(context),
    measures: createMeasures(context),
    sholl: createSholl(context),
    persistence: createPersistence(context),
    points: createPoints(context),
    problems: createProblems(context, ({ position }) => {
      scene.flyTo(position, FLIGHT_RADIUS);
    }),
  };
  /** What takes its time with a large morphology; the header and the card do not. */
  const slow = [scene, ...Object.values(parts)];

  const savePng = async (): Promise<void> => {
    await saveText(context, 'png', '', await scene.png());
  };
  const copySnippet = (): void => {
    host.copy(pythonSnippet(content.value.path), 'the Python snippet');
  };
  const exports = (): readonly MenuItem[] => {
    const convert = (['swc', 'asc', 'h5'] as const).map((format) => ({
      label: `Morphology as ${format.toUpperCase()}`,
      run: () => void saveText(context, format, ''),
    }));
    return [
      { label: 'Picture (PNG)', run: () => void savePng() },
      ...convert,
      { label: 'Copy Python snippet', run: copySnippet },
    ];
  };
  const header = createHeader({
    showProblems: () => {
      state.update({ tab: 'problems', paneOpen: true });
    },
    openText: () => {
      host.openText();
    },
    exports,
  });
  const tabs = new Tabs<Tab>(
    'Analyses',
    TABS.map((name) => ({ name, title: TITLES[name], panel: parts[name].element })),
    (tab) => {
      state.update({ tab, paneOpen: true });
    },
  );
  const toggle = iconButton('chevron-down', 'Close the pane', () => {
    state.update({ paneOpen: !state.value.paneOpen });
  });
  const main = element(
    'main',
    { class: 'main' },
    element('div', { class: 'scene-holder' }, scene.element),
    card.element,
  );
  const pane = element(
    'section',
    { class: 'pane', 'aria-label': 'Analyses' },
    element('div', { class: 'pane-head' }, tabs.list, toggle),
    tabs.panels,
  );
  const bar = splitter(
    'Height of the analyses',
    () => layout,
    () => state.value.paneSize,
    (paneSize) => {
      state.update({ paneSize });
    },
  );
  const layout = element('div', { class: 'layout' }, main, bar, pane);
  page.replaceChildren(header.element, layout);

  let open: Tab | undefined;
  const subscriptions = [
    state.follow(['tab', 'paneOpen'], ({ tab, paneOpen }) => {
      const next = paneOpen ? tab : undefined;
      layout.classList.toggle('pane-closed', !paneOpen);
      toggle.replaceChildren(...iconButton(paneOpen ? 'chevron-down' : 'chevron-up', '', () => undefined).childNodes);
      toggle.title = paneOpen ? 'Close the pane' : 'Open the pane';
      toggle.setAttribute('aria-label', toggle.title);
      toggle.setAttribute('aria-expanded', String(paneOpen));
      tabs.show(next);
      if (next === open) return;
      if (open) parts[open].setVisible?.(false);
      open = next;
      if (open) parts[open].setVisible?.(true);
    }),
    state.follow(['paneSize'], ({ paneSize }) => {
      layout.style.setProperty('--pane-size', `${(paneSize * 100).toFixed(2)}%`);
    }),
  ];

  /** The selection that the text made: the text needs not be told of it. */
  let fromText: Selection | null = state.value.selection;
  subscriptions.push(
    state.kept.subscribe(({ selection }, before) => {
      if (selection === null || selection === fromText || isSame(selection, before.selection)) return;
      host.pickSection(selection.section, selection.point, false);
    }),
  );

  const showFacts = (shown: MorphologyContent, morphology: Morphology): void => {
    const { errors, warnings } = countLevels(shown.problems);
    header.update(shown);
    tabs.setBadge('problems', errors + warnings);
    card.show(morphology);
  };
  const showRest = (morphology: Morphology): void => {
    for (const part of slow) part.show(morphology);
  };
  scene.setVisible?.(true);
  showFacts(given.content, given.morphology);
  // What the file is can be read before the picture is built.
  const cancelFirst = afterPaint(() => {
    showRest(given.morphology);
  });

  const commands: Readonly<Record<MorphologyViewCommand, () => void>> = {
    fit: () => {
      scene.fit();
    },
    resetView: () => {
      scene.resetView();
    },
    viewXY: () => {
      scene.view('xy');
    },
    viewXZ: () => {
      scene.view('xz');
    },
    viewYZ: () => {
      scene.view('yz');
    },
    toggleProjection: () => {
      scene.toggleProjection();
    },
    exportPng: () => void savePng(),
    exportSwc: () => void saveText(context, 'swc', ''),
    exportAsc: () => void saveText(context, 'asc', ''),
    exportH5: () => void saveText(context, 'h5', ''),
    copySnippet,
    clearSelection: () => {
      state.update({ selection: null });
    },
  };
  return {
    show: (shown, morphology) => {
      // The line that is edited keeps its section where it can.
      const fitted = fitState(state.value, morphology);
      if (fitted.selection !== undefined) fromText = fitted.selection;
      state.update(fitted);
      content.set(shown);
      cancelFirst();
      showFacts(shown, morphology);
      showRest(morphology);
    },
    selectFromText: (section, point) => {
      fromText = section === null ? null : { section, ...(point === null ? {} : { point }) };
      state.update({ selection: fromText });
    },
    run: (command) => {
      commands[command]();
    },
    dispose: () => {
      cancelFirst();
      for (const end of subscriptions) end();
      for (const part of [card, ...slow]) part.dispose();
    },
  };
}

function isSame(selection: Selection, before: Selection | null): boolean {
  return selection.section === before?.section && selection.point === before.point;
}
