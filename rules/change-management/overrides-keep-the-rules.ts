import { isApplicable } from '../../src/model/fact.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'overrides-keep-the-rules',
  title: 'No repository asks for less than its organization does',
  severity: 'medium',
  criteria: {
    'CC8.1':
      'What the organization lays down for changes holds in every repository, without an exception in a side file.',
    'CC5.3': 'The rule of the organization is carried out where the work is done.',
  },
  do: 'Take the setting out of the override, or raise it to what the level above asks for.',
  on: on('branch-rule-statement'),
  check: ({ name, at, traits: { weakened } }) => {
    if (!isApplicable(weakened)) return weakened;
    const less = weakened.items.flatMap((item) => (item.known ? [item] : []));
    if (less.length === 0) return pass(at);
    return less.map(({ value, at: here, via: [above] }) =>
      fail(`${name} takes away what the level above asks for: ${value}.`, here, {
        item: value.replace(/ \(.*/, ''),
        label: 'less than above',
        related: above ? [{ name: 'the level above', at: above }] : [],
      }),
    );
  },
});
