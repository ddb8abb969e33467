import { isApplicable, notApplicable } from '../../src/model/fact.ts';
import type { Subject } from '../../src/model/subject.ts';
import { expect, on, rule, type Check } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-have-a-version',
  title: 'Every policy has a version, the same wherever it says so',
  severity: 'low',
  criteria: {
    'CC5.3': 'A version tells which text was in force, and that it is the approved one.',
  },
  do: 'Add `version: 1.0` to its front matter, and a row to its table of versions with each change.',
  shows: 'document',
  aspects: { stated: {}, same: {} },
  on: on('policy-document'),
  check: (subject) => ({
    stated: expect(subject.traits.version, (version) => version !== undefined, `${subject.name} has no version.`, {
      label: 'no version',
    }),
    same: same(subject),
  }),
});

function same({ name, traits: { version, versionInHistory } }: Subject<'policy-document'>): Check {
  if (!isApplicable(version) || !isApplicable(versionInHistory)) return notApplicable('it has no version');
  if (!version.known || version.value === undefined || !versionInHistory.known || versionInHistory.value === undefined)
    return notApplicable('it states its version in one place');
  const { value } = version;
  return expect(
    versionInHistory,
    (newest) => plain(newest ?? '') === plain(value),
    (newest) => `${name} says that it is version ${value}, and its table of versions ends with ${newest}.`,
    { label: 'another version', related: [{ name: `version ${value}`, at: version.at }] },
  );
}

/** `v2.0`, `2` and `2.0` are the same. */
const plain = (version: string): string =>
  version
    .toLowerCase()
    .replace(/^(?:version|ver|v)[. ]*/, '')
    .replace(/(?:\.0)+$/, '')
    .trim();
