import assert from 'node:assert/strict';
import type { Recording, Trace } from '../../formats/recording/model';
import { naturalOrder } from '../../formats/recording/naturalOrder';
import { shownUnit } from '../../formats/recording/prefix';
import { summariseRecording } from '../../formats/recording/summary';
import { parseUnit, unitSymbol } from '../../formats/recording/units';

describe('units of recordings', () => {
  it('have one symbol, however they are written', () => {
    for (const text of ['volts', 'Volts', 'volt', 'V', 'v', ' V ']) assert.equal(unitSymbol(text), 'V', text);
    for (const text of ['amperes', 'Amps', 'amp', 'A', 'a']) assert.equal(unitSymbol(text), 'A', text);
    assert.equal(unitSymbol('millivolts'), 'mV');
    assert.equal(unitSymbol('picoamperes'), 'pA');
    assert.equal(unitSymbol('uV'), 'µV');
    for (const text of ['', 'bananas', 'n/a', 'unknown', 'a.u.']) assert.equal(unitSymbol(text), text);
  });

  it('have a factor', () => {
    assert.deepEqual(parseUnit('mV'), { symbol: 'V', factor: 1e-3 });
    assert.deepEqual(parseUnit('MΩ'), { symbol: 'Ω', factor: 1e6 });
    assert.deepEqual(parseUnit('A'), { symbol: 'A', factor: 1 });
    for (const text of ['', 'xV', 'constructorV', 'meters']) assert.equal(parseUnit(text), undefined, text);
  });

  it('are shown with the prefix that fits', () => {
    assert.equal(shownUnit('V', 0.07).unit, 'mV');
    assert.ok(Math.abs(shownUnit('V', 0.07).scale - 1000) < 1e-9);
    assert.equal(shownUnit('A', 9.5e-10).unit, 'pA');
    assert.equal(shownUnit('pA', 2500).unit, 'nA');
    assert.deepEqual(shownUnit('V', 0), { unit: 'V', scale: 1 });
    assert.deepEqual(shownUnit('bananas', 3), { unit: 'bananas', scale: 1 });
  });
});

it('names with numbers are in the order of the numbers', () => {
  assert.deepEqual(['sweep 10', 'sweep 2', 'sweep 01'].sort(naturalOrder), ['sweep 01', 'sweep 2', 'sweep 10']);
});

describe('the summary of a recording', () => {
  const trace = (unit: string, rate: number | undefined, count: number): Trace => {
    return { id: unit, name: unit, unit, conversion: 1, offset: 0, count, rate, start: 0 };
  };
  const empty: Recording = {
    kind: 'nwb',
    title: '',
    version: '2.5.0',
    session: [],
    sweeps: [],
    loose: [],
    tables: [],
    unitCount: 0,
    tags: [],
    problems: [],
  };
  const sweep = (protocol: string, responses: readonly Trace[], stimuli: readonly Trace[]) => {
    return { id: protocol, name: '', number: 0, protocol, repetition: '', responses, stimuli };
  };

  it('counts sweeps and channels', () => {
    const sweeps = [
      sweep('IV', [trace('V', 10_000, 5000), trace('V', 10_000, 5000)], [trace('A', 10_000, 5000)]),
      sweep('IV', [trace('V', 10_000, 20_000)], []),
    ];
    const summary = summariseRecording({ ...empty, sweeps, tables: [{ name: 't', columns: [], rowCount: 3 }] });
    assert.deepEqual(summary, {
      version: '2.5.0',
      sweeps: 2,
      channels: 2,
      rate: 10_000,
      units: ['V', 'A'],
      protocols: ['IV'],
      duration: 2,
      otherSeries: 0,
      spikingUnits: 0,
      tables: [{ name: 't', rows: 3 }],
    });
  });

  it('has all rates where they differ, and nothing where there is none', () => {
    const sweeps = [sweep('a', [trace('V', 20_000, 1)], []), sweep('b', [trace('V', 5000, 1)], [])];
    assert.deepEqual(summariseRecording({ ...empty, sweeps }).rate, [5000, 20_000]);
    const { rate, duration, channels } = summariseRecording(empty);
    assert.deepEqual([rate, duration, channels], [null, null, 0]);
  });
});
