import { knownModOverrides } from './schema';
import { valueOf, type Block } from './tree';

type SynapseAttribute = (typeof knownModOverrides)[number]['attributes'][number];

/** The attributes that `SynapseConfigure` of a block typically assigns: those of its synapse model, else of all. */
export function attributesOf(block: Block): readonly SynapseAttribute[] {
  const model = valueOf(block, 'ModOverride')?.text;
  const mechanism = valueOf(block, 'SynapseType')?.text;
  const chosen = knownModOverrides.filter((helper) => helper.name === model || helper.mechanism === mechanism);
  const helpers = chosen.length > 0 ? chosen : knownModOverrides;
  const byName = new Map(
    helpers.flatMap(({ attributes }) => attributes).map((attribute) => [attribute.name, attribute]),
  );
  return [...byName.values()];
}
