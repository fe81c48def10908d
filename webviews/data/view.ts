/** The parts of the view, put together. */
import type { DataContent, DataViewCommand } from '../../protocol/dataView';
import type { MenuItem } from '../common/menu';
import { Observed } from '../common/signal';
import { Tabs } from '../common/tabs';
import { createExplorer } from './explorer';
import { createHeader } from './header';
import type { Host } from './host';
import type { Part, PartContext } from './part';
import { createSession } from './recording/session';
import { createSweeps } from './recording/sweeps';
import { createTables } from './recording/tables';
import { createUnits } from './recording/units';
import type { Tab, ViewState } from './state';

export interface DataView {
  show(content: DataContent): void;
  run(command: DataViewCommand): void;
  dispose(): void;
}

const TITLES: Readonly<Record<Tab, string>> = {
  sweeps: 'Sweeps',
  session: 'Session',
  tables: 'Tables',
  units: 'Units',
  tree: 'Tree',
};

export function composeView(
  page: HTMLElement,
  given: { readonly content: DataContent; readonly state: ViewState; readonly host: Host },
): DataView {
  const { state, host } = given;
  const content = new Observed(given.content);
  const message = new Observed<string | null>(null);
  const context: PartContext = { content, state, host, message };
  const explorer = given.content.kind === 'abf' ? undefined : createExplorer(context);
  const session = createSession(context, (path) => {
    state.update({ tab: 'tree', path });
  });
  const parts: readonly { readonly name: Tab; readonly part: Part }[] = [
    ...(given.content.recording ? recordingParts(context) : []),
    ...(given.content.recording ? [{ name: 'session' as const, part: session }] : []),
    ...(explorer ? [{ name: 'tree' as const, part: explorer }] : []),
  ].sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));

  const header = createHeader(() => {
    state.update({ tab: 'session' });
  });
  const tabs = new Tabs<Tab>(
    'Views',
    parts.map(({ name, part }) => ({ name, title: TITLES[name], panel: part.element })),
    (tab) => {
      state.update({ tab });
    },
  );
  const isAlone = parts.length === 1;
  page.replaceChildren(header.element, ...(isAlone ? [] : [tabs.list]), tabs.panels);
  if (isAlone) tabs.panels.firstElementChild?.removeAttribute('aria-labelledby');

  let open: Part | undefined;
  const showHeader = (): void => {
    header.update(content.value, message.value);
  };
  const subscriptions = [
    state.follow(['tab'], ({ tab }) => {
      const hasSweeps =
        (content.value.recording?.sweeps.length ?? 0) + (content.value.recording?.loose.length ?? 0) > 0;
      const wanted = tab ?? (hasSweeps ? 'sweeps' : content.value.recording?.unitCount ? 'units' : 'tree');
      const chosen = parts.find(({ name }) => name === wanted) ?? parts[0];
      tabs.show(chosen?.name);
      if (chosen?.part === open) return;
      open?.setVisible(false);
      open = chosen?.part;
      open?.setVisible(true);
    }),
    message.subscribe(showHeader),
    content.subscribe(showHeader),
  ];
  showHeader();
  tabs.setBadge('session', given.content.recording?.problems.length ?? 0);

  const runExport = (part: string): void => {
    const items: readonly MenuItem[] = open?.exports() ?? [];
    items.find(({ label }) => label.includes(part))?.run();
  };
  const commands: Readonly<Record<DataViewCommand, () => void>> = {
    copyPath: () => {
      explorer?.copyPath();
    },
    copySnippet: () => {
      runExport('Python snippet');
    },
    exportCsv: () => {
      runExport('CSV');
    },
    exportNpy: () => {
      runExport('NPY');
    },
    exportPng: () => {
      runExport('PNG');
    },
    search: () => {
      if (!explorer) return;
      state.update({ tab: 'tree' });
      explorer.search();
    },
    showTree: () => {
      if (explorer) state.update({ tab: 'tree' });
    },
  };
  return {
    show: (shown) => {
      message.set(null);
      content.set(shown);
      tabs.setBadge('session', shown.recording?.problems.length ?? 0);
      for (const { part } of parts) part.reload();
    },
    run: (command) => {
      commands[command]();
    },
    dispose: () => {
      for (const end of subscriptions) end();
      for (const { part } of parts) part.dispose();
      if (!given.content.recording) session.dispose();
    },
  };
}

const ORDER: readonly Tab[] = ['sweeps', 'units', 'session', 'tables', 'tree'];

/** Tabs for what the recording has. */
function recordingParts(context: PartContext): readonly { readonly name: Tab; readonly part: Part }[] {
  const { recording } = context.content.value;
  if (!recording) return [];
  return [
    ...(recording.sweeps.length + recording.loose.length > 0
      ? [{ name: 'sweeps' as const, part: createSweeps(context) }]
      : []),
    ...(recording.tables.length > 0 ? [{ name: 'tables' as const, part: createTables(context) }] : []),
    ...(recording.unitCount > 0 ? [{ name: 'units' as const, part: createUnits(context) }] : []),
  ];
}
