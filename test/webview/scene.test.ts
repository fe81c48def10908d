/** The scene in Chromium: what is on the picture, and what keys and the mouse do. */
import assert from 'node:assert/strict';
import { NO_SOMA, type Morphology } from '../../formats/morphology/model';
import { syntheticMorphology } from '../support/syntheticMorphology';
import { ScenePage } from './support/scenePage';

/** A thick cross: a basal dendrite to the right and to the left, an axon up and down, a soma of 20 µm; 200 µm wide. */
function cross(): Morphology {
  return {
    ...syntheticMorphology(60),
    points: Float32Array.of(10, 0, 0, 100, 0, 0, -10, 0, 0, -100, 0, 0, 0, 10, 0, 0, 100, 0, 0, -10, 0, 0, -100, 0),
    diameters: new Float32Array(8).fill(8),
    sections: {
      count: 4,
      offsets: Uint32Array.of(0, 2, 4, 6, 8),
      types: Uint8Array.of(3, 3, 2, 2),
      parents: Int32Array.of(-1, -1, -1, -1),
    },
    soma: { ...NO_SOMA, type: 'SOMA_SINGLE_POINT', points: new Float32Array(3), diameters: Float32Array.of(20) },
    lines: new Uint32Array(8),
  };
}

const [BACKGROUND, AXON, BASAL, SOMA] = [
  [0x1f, 0x1f, 0x1f],
  [0x4d, 0x9b, 0xff],
  [0xf2, 0x6d, 0x6d],
  [0xd4, 0xd4, 0xd4],
];

/** The same hue: tubes are darker at their edges. */
function assertLike(actual: readonly number[], expected: readonly number[] | undefined, what: string): void {
  const difference = Math.max(...actual.map((each, i) => Math.abs(each - (expected?.[i] ?? 0))));
  assert.ok(actual.length === 3 && difference < 40, `${what}: ${actual.join(', ')} for ${expected?.join(', ')}`);
}

type Place = readonly [number, number];

/** The middles of both dendrites and of both branches of the axon, of the soma, and a place beside them. */
async function places(view: ScenePage): Promise<Record<'right' | 'left' | 'up' | 'soma' | 'beside', Place>> {
  const ends = await view.ask(({ scene }) => [0, 1, 2, 3, 4, 5].map((point) => scene.probe().placeOf(point)!));
  const middle = (a: number): Place => [(ends[a]!.x + ends[a + 1]!.x) / 2, (ends[a]!.y + ends[a + 1]!.y) / 2];
  const [right, left, up] = [middle(0), middle(2), middle(4)];
  return { right, left, up, soma: [400, 300], beside: [right[0], up[1]] };
}

describe('The scene', function () {
  this.timeout(60_000);
  let view: ScenePage;
  afterEach(() => view.close());

  it('draws the cell as tubes at rest, in the colours of its types', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    assert.equal((await view.ask(({ scene }) => scene.probe())).detail, 'tubes');
    const at = await places(view);
    const pixels = await view.pixels([at.right, at.left, at.up, at.soma, at.beside]);
    for (const [i, expected] of [BASAL, BASAL, AXON, SOMA, BACKGROUND].entries())
      assertLike(pixels[i]!, expected, `${i}`);
    // 8 µm of 224 µm in 600 pixels: a tube, not a line.
    assertLike(await view.pixel(at.right[0], at.right[1] + 7), BASAL, 'within the thickness');
    assertLike(await view.pixel(at.right[0], at.right[1] + 14), BACKGROUND, 'outside of the thickness');
  });

  it('picks by click, deselects beside, and opens by double click', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    const at = await places(view);
    await view.page.mouse.click(...at.left);
    assert.equal((await view.ask(({ state }) => state.value.selection))?.section, 1);
    assert.match((await view.page.locator('.scene-overlay').getAttribute('aria-label')) ?? '', /section 1 selected/);
    await view.page.mouse.move(...at.up);
    await view.page.waitForFunction(() => window.sceneTest.state.hover.value === 2);
    await view.page.mouse.click(...at.beside);
    assert.equal(await view.ask(({ state }) => state.value.selection), null);
    await view.page.mouse.dblclick(...at.right);
    assert.deepEqual(await view.ask(({ said }) => said.map(([name, section, , open]) => [name, section, open])), [
      ['pickSection', 0, true],
    ]);
  });

  it('hides a type by its entry of the legend, and shows it again', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    const at = await places(view);
    const axon = view.page.getByRole('button', { name: 'axon' });
    assert.equal(await axon.getAttribute('aria-pressed'), 'true');
    await axon.click();
    assert.equal(await axon.getAttribute('aria-pressed'), 'false');
    assert.deepEqual(await view.ask(({ state }) => state.value.hiddenTypes), [2]);
    assertLike(await view.pixel(...at.up), BACKGROUND, 'hidden axon');
    assertLike(await view.pixel(...at.right), BASAL, 'dendrite');
    assert.equal(await view.ask(({ scene }) => scene.probe().visibleSegments), 2);
    await axon.click();
    await view.ask(() => undefined);
    assertLike(await view.pixel(...at.up), AXON, 'axon');
  });

  it('hides the neurite of the selection by key', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    const at = await places(view);
    await view.ask(({ state }) => state.update({ selection: { section: 0 } }));
    await view.press('h');
    assertLike(await view.pixel(...at.right), BACKGROUND, 'hidden');
    assertLike(await view.pixel(...at.left), BASAL, 'the other');
    await view.press('Shift+H');
    assertLike(await view.pixel(...at.right), BASAL, 'shown');
  });

  it('colours by a number and says what the colours mean', async () => {
    view = await ScenePage.open();
    await view.show({ ...cross(), diameters: Float32Array.of(2, 2, 8, 8, 8, 8, 8, 8) });
    await view.page.getByLabel('Colour by').selectOption('diameter');
    await view.ask(() => undefined);
    assert.equal(await view.page.locator('.scene-ramp').getAttribute('aria-label'), 'Diameter from 2.00 µm to 8.00 µm');
    const at = await places(view);
    const [thin, thick] = await view.pixels([at.right, at.left]);
    assert.ok(
      thick![0]! > 200 && thick![1]! > 180 && thick![2]! < 90,
      `the end of the ramp is yellow: ${thick!.join()}`,
    );
    assert.ok(thin![0]! < 110, `the beginning is dark: ${thin!.join()}`);
    assert.notEqual(
      await view.ask(({ scene }) => scene.probe().colorOf(0)),
      await view.ask(({ scene }) => scene.probe().colorOf(1)),
    );
  });

  it('turns, moves, zooms and goes back by key', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    const tip = () => view.ask(({ scene }) => scene.probe().placeOf(1)!);
    const first = await tip();
    await view.press('ArrowRight');
    assert.ok((await tip()).x < first.x - 1, 'the right tip goes behind');
    await view.press('Home');
    assert.ok(Math.abs((await tip()).x - first.x) < 0.5, 'home');
    await view.press('Shift+ArrowRight');
    assert.ok((await tip()).x < first.x - 10, 'moved');
    await view.press('f');
    await view.press('+');
    assert.ok((await tip()).x > first.x + 10, 'zoomed');
    await view.press('3');
    const state = await view.ask((test) => test.state.value.camera!);
    assert.ok(state.position[0] > 100 && Math.abs(state.position[2]) < 1e-6, 'from the side');
    await view.press('p');
    assert.equal(await view.ask((test) => test.state.value.projection), 'orthographic');
  });

  it('goes from section to section by key', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    const selected = () => view.ask(({ state }) => state.value.selection?.section ?? null);
    await view.press('n');
    await view.press('n');
    assert.equal(await selected(), 1);
    await view.press('Shift+N');
    assert.equal(await selected(), 0);
    await view.press('Escape');
    assert.equal(await selected(), null);
  });

  it('turns by mouse and keeps the camera when it rests', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    const before = await view.ask(({ scene }) => scene.probe().placeOf(1)!);
    await view.page.mouse.move(200, 200);
    await view.page.mouse.down();
    await view.page.mouse.move(300, 200, { steps: 4 });
    await view.page.mouse.up();
    const after = await view.ask(({ scene }) => scene.probe().placeOf(1)!);
    assert.ok(after.x < before.x - 5, 'the tip of the right dendrite went behind');
    assert.ok(await view.ask(({ state }) => state.value.camera !== null && state.value.selection === null));
  });

  it('shows problems as signs that select what they are about', async () => {
    view = await ScenePage.open();
    const problems = [
      { code: 'morph/x' as const, level: 'error' as const, message: 'A point is wrong.', place: { point: 3 } },
    ];
    await view.show(cross(), { problems });
    const place = await view.ask(({ scene }) => scene.probe().placeOf(3)!);
    await view.page.mouse.move(place.x, place.y);
    await view.page.getByText('A point is wrong.').waitFor();
    await view.page.mouse.click(place.x, place.y);
    assert.deepEqual(await view.ask(({ state }) => state.value.selection), { section: 1, point: 3 });
  });

  it('draws nothing while nothing happens', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    const frames = await view.ask(async ({ scene }) => {
      const before = scene.probe().frames;
      for (let i = 0; i < 10; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
      return scene.probe().frames - before;
    });
    assert.equal(frames, 0);
  });

  it('shows a large cell as lines, thinned while it turns and complete at rest', async () => {
    view = await ScenePage.open();
    const { resting, moving, after, isCovered } = await view.ask(async (test) => {
      test.show(test.synthetic(200_000));
      await test.rested();
      const overlay = document.querySelector<HTMLCanvasElement>('.scene-overlay')!;
      const isOpaque = () => overlay.getContext('2d')!.getImageData(400, 300, 1, 1).data[3] === 255;
      const probe = () => {
        const { detail, segments } = test.scene.probe();
        return { detail, segments };
      };
      const first = probe();
      overlay.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const second = { ...probe(), isQuick: test.scene.probe().isQuick };
      const covered = [isOpaque()];
      await test.rested();
      return { resting: first, moving: second, after: probe(), isCovered: [...covered, isOpaque()] };
    });
    assert.equal(resting.segments, 190_000);
    if (moving.detail === 'thinned') assert.ok(moving.segments <= 45_000, `${moving.segments}`);
    // Where WebGL is slow, the moving picture is on the canvas that lies over it, and gone when it rests.
    assert.deepEqual(isCovered, [moving.isQuick, false]);
    assert.deepEqual(after, resting);
  });

  it('keeps its camera and drops a selection that is gone when the text is edited', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    await view.press('ArrowLeft');
    await view.ask(({ state }) => state.update({ selection: { section: 3 } }));
    const kept = await view.ask(({ state }) => state.value.camera);
    const edited = cross();
    await view.show({ ...edited, sections: { ...edited.sections, count: 3 } });
    assert.deepEqual(await view.ask(({ state }) => state.value.camera), kept);
    assert.equal(await view.ask(({ state }) => state.value.selection), null);
  });

  it('shows a flat picture and says so where there is no WebGL', async () => {
    view = await ScenePage.open({ withoutWebgl: true });
    await view.show(cross());
    assert.match((await view.page.getByRole('status').textContent()) ?? '', /WebGL is not available/);
    assert.equal((await view.ask(({ scene }) => scene.probe())).detail, 'canvas');
    const at = await places(view);
    const pixels = await view.pixels([at.right, at.up, at.soma, at.beside]);
    for (const [i, expected] of [BASAL, AXON, SOMA, BACKGROUND].entries()) assertLike(pixels[i]!, expected, `${i}`);
    await view.page.mouse.click(...at.up);
    assert.equal((await view.ask(({ state }) => state.value.selection))?.section, 2);
  });

  it('goes on flat when the context is lost, and with WebGL when it is back', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    const before = await view.ask(({ scene }) => scene.probe());
    const at = await places(view);
    const canvas = await view.page.evaluateHandle(() => document.querySelector('canvas'));
    const loss = await canvas.evaluateHandle((element) =>
      element?.getContext('webgl2')?.getExtension('WEBGL_lose_context'),
    );
    await loss.evaluate((extension) => extension?.loseContext());
    await view.page.waitForFunction(() => window.sceneTest.scene.probe().detail === 'canvas');
    await view.ask(() => undefined);
    assert.match((await view.page.getByRole('status').textContent()) ?? '', /flat projection/);
    assertLike(await view.pixel(...at.right), BASAL, 'dendrite');
    assertLike(await view.pixel(...at.beside), BACKGROUND, 'beside');

    // What changes meanwhile is there afterwards.
    await view.ask(({ state }) => state.update({ hiddenTypes: [2] }));
    await loss.evaluate((extension) => extension?.restoreContext());
    await view.page.waitForFunction(() => window.sceneTest.scene.probe().detail !== 'canvas');
    await view.ask(() => undefined);
    assert.equal((await view.ask(({ scene }) => scene.probe())).detail, before.detail);
    assert.equal(await view.page.getByRole('status').isVisible(), false);
    assert.equal(await canvas.evaluate((element) => element?.isConnected), true);
    assertLike(await view.pixel(...at.right), BASAL, 'dendrite again');
    assertLike(await view.pixel(...at.up), BACKGROUND, 'hidden axon');
    assertLike(await view.pixel(...at.beside), BACKGROUND, 'beside again');
  });

  it('leaves nothing behind', async () => {
    view = await ScenePage.open();
    await view.show(cross());
    const children = await view.page.evaluate(() => {
      window.sceneTest.scene.dispose();
      window.sceneTest.state.update({ colouring: 'diameter', selection: { section: 1 } });
      return document.body.querySelectorAll('canvas').length;
    });
    assert.equal(children, 0);
  });
});
