import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const cloudAccount = defineKind({
  name: 'cloud-account',
  about: 'An account, subscription or project that the config says is kept in this repository.',
  plural: 'cloud accounts',
  inventory: false,
  traits: {
    hasAuditLog: trait<Fact<boolean>>('Whether a record of who did what is declared for it.'),
    hasThreatDetection: trait<Fact<boolean>>('Whether a service that looks for attacks is declared for it.'),
    hasSecurityChecks: trait<Fact<boolean>>(
      'Whether a service that checks its settings against rules is declared for it.',
    ),
    hasAccessChecks: trait<Fact<boolean>>('Whether a service that finds what outsiders may reach is declared for it.'),
    hasAlarms: trait<Fact<boolean>>('Whether alarms about what is done in the account are declared for it.'),
  },
});
