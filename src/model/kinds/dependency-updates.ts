import { defineKind, trait } from '../kind.ts';
import type { Fact, FactList } from '../fact.ts';
import type { Place } from '../place.ts';

/** What an update bot looks after: an ecosystem in folders of the repository. */
export interface UpdateScope {
  /** By Dependabot's names: `npm`, `gomod`, `github-actions`. */
  ecosystem: string;
  /** Folders without slashes at the ends, `''` for the root; globs allowed. */
  folders: FactList<string>;
  at: Place;
}

export const dependencyUpdates = defineKind({
  name: 'dependency-updates',
  about: 'The configuration of an update bot, or one entry of it: which dependencies are kept up to date, and how.',
  plural: 'update bot configurations',
  inventory: false,
  traits: {
    bot: trait<string>('The bot in words: Dependabot, Renovate.'),
    effective: trait<Fact<boolean>>('Whether it stands where the bot reads it and is switched on.'),
    covers: trait<readonly UpdateScope[]>('What it looks after; an ecosystem of `*` is every one the bot knows.'),
    waitingDays: trait<Fact<number>>('How many days a release has to be out before it is proposed.'),
    runsManifestCode: trait<Fact<boolean>>('Whether the bot may run code that manifests and packages bring.'),
    securityUpdatesOff: trait<Fact<boolean>>('Whether fixes of known vulnerabilities are switched off or ignored.'),
    mergesByItself: trait<Fact<boolean>>('Whether major versions are merged without a person.'),
  },
});
