/** The page around the parts: loading, failing, header, state, what the extension says. */
import assert from 'node:assert/strict';
import { contentOf } from './support/content';
import { MorphologyPage } from './support/morphologyPage';
import { axonOnly, smallCell, smallContent } from './support/smallCell';
import { THEMES } from './support/themes';

const PROBLEM = {
  code: 'morph/duplicate-point',
  level: 'warning',
  message: 'This point is the one before it.',
  place: { line: 7, section: 2, point: 6 },
} as const;

describe('the morphology page', () => {
  let view: MorphologyPage | undefined;
  const open = async (options: Parameters<typeof MorphologyPage.open>[0] = {}): Promise<MorphologyPage> => {
    view = await MorphologyPage.open(options);
    return view;
  };
  afterEach(async () => {
    const closing = view;
    view = undefined;
    await closing?.close();
  });

  it('says what the file is', async () => {
    const { page } = await open({ content: smallContent() });
    assert.equal(await page.locator('h1').textContent(), 'small.swc');
    const facts = (await page.locator('.file-facts').textContent()) ?? '';
    assert.equal(facts, '4 sections · 9 points · 65 µm total length · SWC · soma: sphere (one point)');
    assert.equal(await page.locator('.problem-count').isVisible(), false);
  });

  it('shows how far the loading is, and gives it up', async () => {
    const opened = await open();
    const { page } = opened;
    await page.getByText('Loading the morphology').waitFor();
    await opened.say((extension) => {
      extension.progress('Parsing', 0.25);
    });
    await page.getByRole('status').filter({ hasText: 'Parsing 25 %' }).waitFor();
    assert.equal(await page.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value), 0.25);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await opened.waitForSaid('$/cancelRequest');
    await page.getByText('Loading was cancelled').waitFor();
    await page.getByRole('button', { name: 'Retry' }).click();
    await opened.waitForSaid('morphology/content', 2);
    await opened.provide(smallContent());
    await page.locator('h1', { hasText: 'small.swc' }).waitFor();
  });

  it('says why a file cannot be read, and tries again', async () => {
    const opened = await open();
    await opened.say((extension) => {
      extension.fail('The file is a Git LFS pointer: fetch it with "git lfs pull".');
    });
    await opened.page.getByRole('alert').filter({ hasText: 'git lfs pull' }).waitFor();
    await opened.page.getByRole('button', { name: 'Retry' }).click();
    await opened.provide(smallContent());
    await opened.page.locator('h1', { hasText: 'small.swc' }).waitFor();
  });

  it('says what is in a file without a cell', async () => {
    const empty = { ...smallContent(), morphology: undefined, refused: true, size: 12, problems: [PROBLEM] };
    const opened = await open({ content: empty });
    await opened.page.getByText('small.swc holds no morphology').waitFor();
    await opened.page.getByText(PROBLEM.message).waitFor();
    await opened.page.getByRole('button', { name: 'line 8' }).click();
    const [said] = await opened.waitForSaid('morphology/linePicked');
    assert.deepEqual(said?.params, { line: 7, open: true });
    // The text is mended: the view comes.
    await opened.change(smallContent());
    await opened.page.locator('h1', { hasText: 'small.swc' }).waitFor();
  });

  it('shows the numbers of a file that holds no single cell', async () => {
    const summary = { title: 'Vasculature', facts: [{ label: 'Sections', value: '3080' }] };
    const content = { ...smallContent(), format: 'h5' as const, morphology: undefined, summary };
    const opened = await open({ content });
    await opened.page.getByText('Vasculature').waitFor();
    assert.equal(await opened.page.locator('dd').textContent(), '3080');
    await opened.page.getByText('It is no single cell').waitFor();
    await opened.page.getByRole('button', { name: 'Open as Data' }).click();
    await opened.waitForSaid('morphology/openAsData');
  });

  it('does not call a cell what is none', async () => {
    const problem = { code: 'morph/not-a-morphology', level: 'error', message: 'Nodes.', place: {} } as const;
    const summary = { title: 'SONATA nodes file', facts: [] };
    const of = { format: 'h5' as const, morphology: undefined, refused: true, summary, problems: [problem] };
    const { page } = await open({ content: { ...smallContent(), ...of } });
    await page.getByText('SONATA nodes file').waitFor();
    assert.equal(await page.locator('.notice .detail').textContent(), 'It is no morphology.');
  });

  it('says of an empty file that it is empty, and no more', async () => {
    const empty = { ...PROBLEM, code: 'morph/no-soma-found', message: 'The file is empty: it has no soma.' } as const;
    const note = { ...PROBLEM, code: 'morph/check-has-axon', level: 'information', message: 'No axon.' } as const;
    const content = { ...smallContent(), morphology: undefined, size: 0, problems: [empty, note] };
    const { page } = await open({ content });
    const list = page.locator('.problem-list li');
    await list.first().waitFor();
    assert.deepEqual(await list.allTextContents(), ['The file is empty: it has no soma. morph/no-soma-found line 8']);
  });

  it('counts errors and warnings apart from notes', async () => {
    const levels = ['hint', 'warning', 'information', 'error', 'information', 'warning'] as const;
    const opened = await open({ content: smallContent({ problems: levels.map((level) => ({ ...PROBLEM, level })) }) });
    const counts = opened.page.getByRole('button', { name: '1 error, 2 warnings, 3 notes: show' }).locator('> span');
    await counts.first().waitFor();
    assert.deepEqual(
      await counts.evaluateAll((all) => all.map((each) => `${each.getAttribute('class')} ${each.textContent}`)),
      ['level-count error 1', 'level-count warning 2', 'level-count note 3'],
    );
    assert.equal(await opened.tab('problems').textContent(), 'Problems3');
    await opened.change(smallContent({ problems: [{ ...PROBLEM, level: 'hint' }] }));
    await opened.page.getByRole('button', { name: '1 note: show' }).waitFor();
    assert.equal(await opened.tab('problems').locator('.badge').isVisible(), false);
  });

  it('says what the file is before it draws anything', async () => {
    const { page } = await open({ content: smallContent(), before: 'window.requestAnimationFrame = () => 0' });
    await page.locator('.file-facts', { hasText: '4 sections' }).waitFor();
    assert.equal(await page.locator('.card .summary tbody tr').count(), 2);
    assert.equal(await page.locator('.scene-types button').count(), 0);
  });

  it('writes names from a file as text', async () => {
    const name = '<img src=x onerror=document.title="run">.swc';
    const { page } = await open({ content: smallContent({ name }) });
    assert.equal(await page.locator('h1').textContent(), name);
    assert.equal(await page.locator('h1 img').count(), 0);
  });

  it('keeps selection, tab and pane over a reload', async () => {
    const opened = await open({ content: smallContent() });
    await opened.tab('points').click();
    await opened.say((extension) => {
      extension.selectInText(2, 6);
    });
    await opened.waitForState('selection', { section: 2, point: 6 });
    await opened.reload(smallContent());
    await opened.page.getByRole('heading', { name: 'Section 2' }).waitFor();
    assert.equal(await opened.tab('points').getAttribute('aria-selected'), 'true');
    assert.equal((await opened.rows('Points')).length, 2);
  });

  it('begins anew where what was kept makes no sense', async () => {
    const opened = await open({
      content: smallContent(),
      before:
        'sessionStorage.setItem("state of the webview", \'{"selection": {"section": -7}, "tab": "x", "paneSize": "a", "camera": 3}\')',
    });
    await opened.page.getByRole('heading', { name: 'Whole cell' }).waitFor();
    assert.equal(await opened.tab('dendrogram').getAttribute('aria-selected'), 'true');
  });

  it('follows the text and does not answer it', async () => {
    const opened = await open({ content: smallContent() });
    await opened.say((extension) => {
      extension.selectInText(3, 8);
    });
    await opened.page.getByRole('heading', { name: 'Section 3' }).waitFor();
    await opened.say((extension) => {
      extension.selectInText(null, null);
    });
    await opened.page.getByRole('heading', { name: 'Whole cell' }).waitFor();
    assert.deepEqual(await opened.said('morphology/sectionPicked'), []);
  });

  it('shows an edited text, and keeps a selection that still is', async () => {
    const opened = await open({ content: smallContent() });
    const { page } = opened;
    await opened.say((extension) => {
      extension.selectInText(0, 1);
    });
    await page.getByRole('heading', { name: 'Section 0' }).waitFor();
    await opened.change(contentOf(axonOnly(), { name: 'small.swc', problems: [PROBLEM] }));
    await page.locator('.file-facts', { hasText: '1 section · 3 points · 30 µm' }).waitFor();
    await page.getByRole('heading', { name: 'Section 0' }).waitFor();
    assert.equal(await page.getByRole('button', { name: '1 warning: show' }).textContent(), '1');
    assert.equal(await opened.tab('problems').textContent(), 'Problems1');
  });

  it('moves a selection that is gone to the last section', async () => {
    const opened = await open({ content: smallContent() });
    await opened.say((extension) => {
      extension.selectInText(3, 8);
    });
    await opened.page.getByRole('heading', { name: 'Section 3' }).waitFor();
    await opened.change(contentOf(axonOnly()));
    await opened.page.getByRole('heading', { name: 'Section 0' }).waitFor();
  });

  it('carries out commands', async () => {
    const opened = await open({ content: smallContent() });
    await opened.page.locator('h1').waitFor();
    await opened.say((extension) => {
      extension.command('copySnippet');
      extension.command('exportAsc');
      extension.selectInText(1, null);
    });
    const [copied] = await opened.waitForSaid('morphology/copyText');
    assert.match((copied?.params as { text: string }).text, /path = "\/data\/small\.swc"/);
    const [exported] = await opened.waitForSaid('morphology/export');
    assert.deepEqual(exported?.params, { format: 'asc', suggestedName: 'small.asc' });
    await opened.say((extension) => {
      extension.command('clearSelection');
    });
    await opened.page.getByRole('heading', { name: 'Whole cell' }).waitFor();
    await opened.say((extension) => {
      extension.command('toggleProjection');
      extension.command('exportPng');
    });
    await opened.waitForState('projection', 'orthographic');
    const png = (await opened.waitForSaid('morphology/export', 2))[1]?.params as {
      suggestedName: string;
      content: Uint8Array;
    };
    assert.equal(png.suggestedName, 'small.png');
    assert.deepEqual([...png.content.slice(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  });

  const backgrounds = {
    dark: 'rgb(31, 31, 31)',
    light: 'rgb(255, 255, 255)',
    'high-contrast': 'rgb(0, 0, 0)',
    'high-contrast-light': 'rgb(255, 255, 255)',
  };
  for (const theme of THEMES) {
    it(`has the colours of the theme, and follows another: ${theme}`, async () => {
      const opened = await open({ content: smallContent({ problems: [PROBLEM] }), theme });
      assert.equal(
        await opened.page.evaluate(() => getComputedStyle(document.body).backgroundColor),
        backgrounds[theme],
      );
      await opened.setTheme('light');
      await opened.painted();
      assert.equal(
        await opened.page.evaluate(() => getComputedStyle(document.body).backgroundColor),
        'rgb(255, 255, 255)',
      );
      // The colours of types follow: the soma is dark on light.
      const soma = opened.page.locator('.card .facts .swatch').first();
      assert.equal(await soma.evaluate((swatch) => getComputedStyle(swatch).backgroundColor), 'rgb(31, 31, 31)');
    });
  }

  it('takes the colours of the settings', async () => {
    const settings = { colors: { axon: 'rgb(1, 2, 3)' }, levels: {} };
    const { page } = await open({ content: contentOf(smallCell(), { settings }) });
    const swatch = page.locator('.summary .swatch').first();
    assert.equal(await swatch.evaluate((found) => getComputedStyle(found).backgroundColor), 'rgb(1, 2, 3)');
  });

  it('stacks its parts where it is narrow', async () => {
    const { page } = await open({ content: smallContent(), width: 400 });
    const scene = await page.locator('.scene-holder').boundingBox();
    const card = await page.locator('.card').boundingBox();
    assert.ok(scene && card && card.y >= scene.y + scene.height, 'the card is below the scene');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 400);
  });

  it('has no element that the keyboard cannot reach or that has no name', async () => {
    const { page } = await open({ content: smallContent({ problems: [PROBLEM] }) });
    await page.locator('h1').waitFor();
    const nameless = await page
      .locator('button:visible, select:visible')
      .evaluateAll((all) =>
        all
          .filter((each) => !each.getAttribute('aria-label') && !each.textContent.trim() && !each.closest('label'))
          .map((each) => each.getAttribute('class')),
      );
    assert.deepEqual(nameless, []);
  });
});
