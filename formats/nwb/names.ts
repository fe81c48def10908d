/** Which stimulus belongs to a response, by their names: the habits of laboratories and programs. */

export type Flavour = 'bbp' | 'vu' | 'nwb1' | 'trt' | 'generic';

/**
 * The tests of BluePyEfe, in its order.
 * @param names of series in `/acquisition` and in `/stimulus/presentation`, in the order of the file
 * @see https://github.com/openbraininstitute/BluePyEfe bluepyefe/reader.py
 */
export function flavourOf(
  hasDataOrganization: boolean,
  hasTimeseriesGroup: boolean,
  responses: readonly string[],
  stimuli: readonly string[],
): Flavour {
  if (hasDataOrganization) return 'bbp';
  const known = new Set(responses);
  if (stimuli.some((name) => name.includes('DA') && known.has(name.replace('DA', 'AD')))) return 'vu';
  if (hasTimeseriesGroup) return 'nwb1';
  return responses[0]?.toLowerCase().startsWith('index_') ? 'trt' : 'generic';
}

/** Names that the stimulus of a response may have, the likeliest first. */
export function stimulusNames(response: string, flavour: Flavour): readonly string[] {
  const names: string[] = [];
  if (flavour === 'trt') names.push(...trtStimulus(response));
  if (response.includes('AD')) names.push(response.replace('AD', 'DA'));
  if (response.startsWith('ccs_')) names.push(response.replace('ccs_', 'ccss_'));
  else if (response.startsWith('ic_')) names.push(response.replace('ic_', 'ics_'));
  if (response.includes('Series')) names.push(response.replace('Series', 'StimulusSeries'));
  // Allen Institute: both are called Sweep_12.
  names.push(response);
  return [...new Set(names)];
}

/** `index_00` is driven by `index_01`, `index_01` by `index_03`; of `Index_0_1_2_0` the last number changes in its pair. */
function trtStimulus(response: string): readonly string[] {
  const parts = response.split('_');
  const last = parts.pop() ?? '';
  if (!/^\d+$/.test(last)) return [];
  const number = Number(last);
  if (parts.length === 1) return [`${parts[0] ?? ''}_${String(2 * number + 1).padStart(last.length, '0')}`];
  if (parts.length === 3) return [`${parts.join('_')}_${String(number ^ 1).padStart(last.length, '0')}`];
  return [];
}

/** Number in the name of a series: 12 of `data_00012_AD0`, `Sweep_12`, `ic__Step__12`. */
export function numberInName(name: string): number | undefined {
  const digits = /^data_(\d+)_/i.exec(name)?.[1] ?? /(\d+)\D*$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Stimulus sets of the Vrije Universiteit and the protocols that they are. */
const VU_PROTOCOLS: readonly (readonly [set: string, protocol: string])[] = [
  ['X1PS_SubThresh', 'IV'],
  ['X2LP_Search', 'IDthresh'],
  ['X4PS_SupraThresh', 'IDrest'],
  ['CCSteps', 'Step'],
];

/**
 * The protocol of a sweep after BluePyEfe.
 * @param description of the response, else of the stimulus
 */
export function protocolOf(description: string | undefined, flavour: Flavour, isVoltageClamp: boolean): string {
  const text = description?.trim() ?? '';
  if (flavour === 'trt') return /genericstep/i.test(text) ? 'GenericStep' : 'Step';
  const vu = VU_PROTOCOLS.find(([set]) => text.startsWith(set));
  if (vu) return vu[1];
  const isMissing = text === '' || /^n\/?a$/i.test(text);
  if (flavour === 'vu' || flavour === 'nwb1' || isVoltageClamp) return isMissing ? 'No protocol' : text;
  return isMissing || (/step/i.test(text) && !/genericstep/i.test(text)) ? 'Step' : text;
}
