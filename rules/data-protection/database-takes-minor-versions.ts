import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-takes-minor-versions',
  title: 'Databases take minor versions by themselves',
  severity: 'low',
  criteria: {
    'CC7.1': 'Flaws of the engine that are mended in a minor version don’t wait for someone to think of them.',
    'CC6.8': 'Known holes are closed in the next maintenance window.',
  },
  do: 'Leave auto_minor_version_upgrade at its default, or write down who upgrades and when, and accept this with it.',
  equivalents: { checkov: ['CKV_AWS_226', 'CKV_AWS_222'], kics: ['3b6d777b-76e3-4133-80a3-0d6f667ade7f'] },
  on: on('database'),
  check: ({ name, traits: { upgradesItself } }) =>
    expect(upgradesItself, (on) => on, `${name} stays on its minor version until someone changes it.`),
});
