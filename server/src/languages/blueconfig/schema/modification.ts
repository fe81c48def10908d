import type { SectionSchema } from './types';

export const modification: SectionSchema = {
  name: 'Modification',
  meaning: 'Manipulates the tissue of a target before the simulation, from top to bottom.',
  ordered: true,
  readers: ['neurodamus'],
  sonata: 'conditions.modifications[]',
  sources: [
    'BlueBrain/neurodamus neurodamus/modification_manager.py',
    'BlueBrain/neurodamus neurodamus/core/configuration.py',
    'BlueBrain/sonata-extension source/blueconfig.rst',
  ],
  keys: [
    {
      name: 'Target',
      type: 'target',
      required: 'always',
      example: 'Mosaic',
      meaning: 'Cells to modify.',
      readers: ['neurodamus'],
      sonata: 'conditions.modifications[].node_set',
    },
    {
      name: 'Type',
      type: 'enum',
      required: 'always',
      values: [
        { value: 'TTX', meaning: 'Blocks sodium channels, as tetrodotoxin does' },
        { value: 'ConfigureAllSections', meaning: 'Assigns to all sections that have the attributes named' },
      ],
      meaning: 'What is done to the cells.',
      readers: ['neurodamus'],
      sonata: 'conditions.modifications[].type',
    },
    {
      name: 'SectionConfigure',
      type: 'section-configure',
      requiredWhen: { key: 'Type', values: ['ConfigureAllSections'] },
      example: '%s.gSK_E2bar_SK_E2 = 0',
      meaning:
        'Assignments to each section, separated by `;`, where `%s` is the section. Sections that lack one of the attributes are left alone.',
      readers: ['neurodamus'],
      sonata: 'conditions.modifications[].section_configure',
    },
    {
      name: 'GifParamsPath',
      type: 'file',
      role: 'input',
      extensions: ['.h5'],
      bookkeeping: true,
      meaning: 'Parameters of simplified GIF neurons. Documented, but no known reader takes it.',
    },
  ],
};
