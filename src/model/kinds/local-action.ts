import { defineKind, trait } from '../kind.ts';
import {
  alwaysTrueConditions,
  hiddenMeaning,
  latestTools,
  looseInstalls,
  openVersions,
  pipedScripts,
  publishTokens,
  substringConditions,
  untrustedInScripts,
} from './shared.ts';
import type { Finding } from './workflow-job.ts';

export const localAction = defineKind({
  name: 'local-action',
  about: 'An action kept in the repository: steps that workflows here, or of others, take in by one line.',
  plural: 'actions kept here',
  inventory: false,
  traits: {
    untrustedInScripts,
    inputsInScripts: trait<readonly Finding[] | undefined>(
      'Inputs pasted into a script; undefined: only workflows of this repository give them.',
    ),
    pipedScripts,
    alwaysTrueConditions,
    substringConditions,
    openVersions,
    hiddenMeaning,
    looseInstalls,
    latestTools,
    publishTokens,
  },
});
