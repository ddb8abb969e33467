import type { DependabotModel } from '../../dialects/dependency-config/dependabot.ts';
import { known, mapFact, notApplicable, type Fact, type FactList } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const source =
  'https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference';

/** Ecosystems that look after the manifests of another one. */
const same: { readonly [name: string]: string } = { bun: 'npm', uv: 'pip', opentofu: 'terraform' };

export default mapping<'dependency-updates', DependabotModel>({
  kind: 'dependency-updates',
  dialect: 'dependency-config',
  types: ['dependabot-update'],
  map: (resource) => {
    const own = reader(resource);
    const written = own.optionalString('package-ecosystem');
    const ecosystem = (written.known && written.value) || '';
    return {
      kind: 'dependency-updates',
      provider: 'dependabot',
      ...subjectOf(resource),
      traits: {
        bot: 'Dependabot',
        effective: known(resource.model.effective, resource.at),
        covers: [{ ecosystem: same[ecosystem] ?? ecosystem, folders: folders(own), at: resource.at }],
        waitingDays: own.value('cooldown')
          ? own.number('cooldown.default-days', { value: 0, source: `${source}#cooldown-` })
          : // A release age of its own accord, when nothing is written, is shorter than any that rules ask for.
            own.number('cooldown.default-days', { value: 3, source: `${source}#cooldown-` }),
        runsManifestCode: mapFact(
          own.string('insecure-external-code-execution', {
            value: 'deny',
            source: `${source}#insecure-external-code-execution-`,
          }),
          (value) => value === 'allow',
        ),
        securityUpdatesOff: ignoresEverything(own),
        mergesByItself: notApplicable('Dependabot opens pull requests and merges none'),
      },
    };
  },
});

function folders(own: Reader): FactList<string> {
  const list = own.value('directories') ? own.strings('directories') : own.strings('directory');
  return { ...list, items: list.items.map((item) => mapFact(item, (folder) => folder.replace(/^\.?\/+|\/+$/g, ''))) };
}

/** An ignore entry for every name, without versions or kinds of update, stops the fixes of vulnerabilities as well. */
function ignoresEverything(own: Reader): Fact<boolean> {
  for (const entry of own.blocks('ignore').items) {
    const name = entry.optionalString('dependency-name');
    if (name.known && name.value === '*' && !entry.value('versions') && !entry.value('update-types'))
      return { ...name, value: true };
  }
  return known(false, own.at);
}
