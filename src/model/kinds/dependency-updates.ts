import { defineKind, trait } from '../kind.ts';
import type { Fact, NotApplicable } from '../fact.ts';

export const dependencyUpdates = defineKind({
  name: 'dependency-updates',
  about: 'The configuration of an update bot, or one entry of it: which dependencies are kept up to date, and how.',
  plural: 'update bot configurations',
  inventory: false,
  traits: {
    bot: trait<string>('The bot in words: Dependabot, Renovate.'),
    effective: trait<Fact<boolean>>('Whether it stands where the bot reads it and is switched on.'),
    looksAfter: trait<(ecosystem: string, folder: string) => Fact<boolean> | NotApplicable>(
      "Whether it looks after an ecosystem (by Dependabot's names: `npm`, `gomod`) in a folder (`''` is the root).",
    ),
    intervalDays: trait<Fact<number>>('At most how many days lie between two looks for updates.'),
    waitingDays: trait<Fact<number>>('How many days a release has to be out before it is proposed.'),
    runsManifestCode: trait<Fact<boolean>>('Whether the bot may run code that manifests and packages bring.'),
    securityUpdatesOff: trait<Fact<boolean>>('Whether fixes of known vulnerabilities are switched off or ignored.'),
    mergesByItself: trait<Fact<boolean>>('Whether major versions are merged without a person.'),
  },
});
