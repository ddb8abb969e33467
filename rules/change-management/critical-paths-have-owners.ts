import { fail, on, pass, rule } from '../../src/rule/rule.ts';

// Left out: what a repository only shows, tests with or has taken in from elsewhere.
const besides = /(^|\/)(examples?|samples?|tests?|testdata|fixtures?|vendor|third_party|node_modules)\//i;
const pipelines =
  /^\.github\/(workflows|actions)\/|^\.gitlab-ci\.ya?ml$|^\.gitlab\/ci\/|^\.circleci\/|^(azure|bitbucket)-pipelines\.ya?ml$|^Jenkinsfile$/;
const infrastructure = /\.(tf|tf\.json|tofu|bicep)$/;
const settings =
  /^\.soc2\/|^\.github\/((settings|deployment-settings)\.ya?ml$|(rulesets|suborgs|chainguard)\/|repos\/[^/]+\.ya?ml$|dependabot\.ya?ml$)|^\.gitlab\/security-policies\//;

export default rule({
  id: 'critical-paths-have-owners',
  title: 'What builds, runs and guards the system has an owner',
  severity: 'medium',
  criteria: {
    'CC8.1': 'A change to pipelines, infrastructure or rules goes to a reviewer who was named for just that.',
    'CC1.3': 'Somebody is named as answering for each of the parts that all others depend on.',
  },
  do: 'Add a line to CODEOWNERS for the path with the team that answers for it; a last line like /.github/ covers CODEOWNERS too.',
  aspects: { pipelines: {}, 'the file itself': {}, infrastructure: {}, settings: {} },
  on: on('code-owners'),
  needs: ['repository'],
  options: {
    prefixes: { type: 'strings', default: [], about: 'Further paths that need an owner, by their beginning.' },
  },
  check: ({ at, traits: { file, effectiveFile, ownersOf } }, { find, options }) => {
    const paths = find('repository').flatMap(({ traits }) => traits.paths);
    const owned = (what: string, belongs: (path: string) => boolean) => {
      const here = file === effectiveFile ? paths.filter(belongs) : [];
      const open = here.filter((path) => ownersOf(path).owners.length === 0);
      if (here.length === 0) return [];
      if (open.length === 0) return pass(at);
      const line = ownersOf(open[0]!).entry;
      const more = open.length > 1 ? ` and ${open.length - 1} more` : '';
      return fail(
        `Nobody owns ${what}: ${open[0]}${more}${line ? `, by the line ${line.pattern}` : ''}.`,
        line?.at ?? at,
        { label: line ? 'leaves it without owner' : 'no line names it' },
      );
    };
    return {
      pipelines: owned('the pipelines', (path) => pipelines.test(path)),
      'the file itself': owned('the list of owners itself', (path) => path === file),
      infrastructure: owned('infrastructure code', (path) => infrastructure.test(path) && !besides.test(path)),
      settings: owned(
        'what guards the repository',
        (path) => settings.test(path) || options.prefixes.some((prefix) => path.startsWith(prefix)),
      ),
    };
  },
});
