import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'builds-are-logged',
  title: 'Builds keep a log',
  severity: 'low',
  criteria: {
    'CC8.1': 'What was built, by which commands and with which result can be shown afterwards.',
    'CC7.3': 'If something foreign was built in, the log says when and how.',
  },
  do: 'Leave the logs of the build project on: CloudWatch Logs or a bucket.',
  on: on('build-project'),
  check: ({ name, traits: { logged } }) => expect(logged, (on) => on, `${name} keeps no log of its builds.`),
});
