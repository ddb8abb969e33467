import { isApplicable, isKnown } from '../../src/model/fact.ts';
import { fail, on, pass, rule, unknown, type Outcome } from '../../src/rule/rule.ts';

// Used while developing only: not part of what is delivered.
const besides = ['devcontainers', 'gitsubmodule', 'nix', 'pre-commit'];

export default rule({
  id: 'dependencies-are-kept-up-to-date',
  title: 'An update bot looks after the dependencies of every ecosystem',
  severity: 'medium',
  criteria: {
    'CC7.1': 'Fixes of vulnerable dependencies are proposed by themselves, wherever in the repository they are used.',
  },
  do: 'Add an entry for the ecosystem and its folders to .github/dependabot.yml, or a Renovate configuration.',
  aspects: { bot: { scorecard: ['dependencyUpdateToolConfigured'] }, everywhere: {} },
  on: on('repository'),
  needs: ['dependency-manifest', 'dependency-updates'],
  check: (_, { find }) => {
    const manifests = find('dependency-manifest').filter(({ traits }) => !besides.includes(traits.ecosystem));
    const [first] = manifests;
    if (!first) return { bot: [], everywhere: [] };
    const bots = find('dependency-updates').filter(({ traits }) => !isKnown(traits.effective, false));
    // Pipelines alone don't make a product with dependencies.
    const product = manifests.find(({ traits }) => traits.ecosystem !== 'github-actions');
    if (bots.length === 0)
      return {
        bot: product
          ? fail('No update bot looks after the dependencies of this repository.', product.at, {
              related: manifests
                .filter((other) => other !== product)
                .slice(0, 5)
                .map(({ name, at }) => ({ name, at })),
            })
          : [],
        everywhere: [],
      };
    const ecosystems = [...new Set(manifests.map(({ traits }) => traits.ecosystem))].sort();
    const everywhere = ecosystems.flatMap((ecosystem): Outcome[] => {
      const own = manifests.filter(({ traits }) => traits.ecosystem === ecosystem);
      const answers = own.map(({ traits }) =>
        bots.map((bot) => bot.traits.looksAfter(ecosystem, traits.folder)).filter(isApplicable),
      );
      const missed = own.filter((_manifest, index) => answers[index]!.every((answer) => answer.known && !answer.value));
      if (answers.every((list) => list.length === 0)) return [];
      const [left] = missed;
      if (left)
        return [
          fail(
            `No update bot looks after ${ecosystem} in ${left.traits.folder || 'the root folder'}${
              missed.length > 1 ? ` and ${missed.length - 1} more folders` : ''
            }.`,
            left.at,
            { item: ecosystem, related: missed.slice(1, 6).map(({ name, at }) => ({ name, at })) },
          ),
        ];
      const open = answers.flatMap((list) => (list.some((answer) => answer.known && answer.value) ? [] : list));
      const unclear = open.find((answer) => !answer.known);
      return [unclear && !unclear.known ? unknown(unclear.reason, unclear.at, ecosystem) : pass(own[0]!.at, ecosystem)];
    });
    return { bot: pass(bots[0]!.at), everywhere };
  },
});
