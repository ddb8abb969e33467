import { notApplicable } from '../../src/model/fact.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'actions-come-from-chosen-owners',
  title: 'Actions come from owners that were chosen',
  severity: 'medium',
  criteria: {
    'CC9.2': 'Whose code runs in the pipelines is a list that somebody decided on, and nothing else runs.',
    'CC6.8': 'Code of a publisher nobody has agreed to is not run.',
  },
  do: 'Use an action of a chosen owner, or have the owner added to the list in .soc2/config.yml.',
  on: on('action-reference'),
  options: {
    owners: {
      type: 'strings',
      default: [],
      about:
        'Owners, or owners with a repository, whose actions may be used (actions, docker/login-action). Empty: nobody chose.',
    },
  },
  check: ({ name, at, traits: { reference, isImage } }, { options: { owners } }) => {
    if (owners.length === 0) return notApplicable('no owners are chosen in the configuration');
    if (isImage || reference.startsWith('.') || reference.startsWith('$'))
      return notApplicable('it is no action of somebody else');
    const [owner = '', repository = ''] = reference.toLowerCase().split(/[/@]/);
    const chosen = owners.some((entry) => [owner, `${owner}/${repository}`].includes(entry.toLowerCase()));
    if (chosen) return pass(at);
    return fail(`${name}: ${owner} is not among the owners whose actions may be used.`, at, { label: 'not chosen' });
  },
});
