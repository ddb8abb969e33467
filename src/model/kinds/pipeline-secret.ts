import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';

export const pipelineSecret = defineKind({
  name: 'pipeline-secret',
  about: 'A secret that pipelines get, declared as code.',
  plural: 'pipeline secrets',
  inventory: false,
  traits: {
    plaintext: trait<Fact<string | undefined>>('Its value, where that stands in the code in plain text.'),
  },
});
