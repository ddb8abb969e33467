import { fileStart } from '../../src/model/place.ts';
import { fail, on, pass, rule, unknown, type Outcome } from '../../src/rule/rule.ts';

export default rule({
  id: 'scanner-exceptions-say-why',
  title: 'What scanners are told to pass over has a reason, an owner and an end',
  severity: 'low',
  criteria: {
    'CC4.2': 'A finding that was set aside can be looked at again: why it was, who answers for it and until when.',
    'CC7.1': 'Weaknesses that scanners know are passed over by decision, and come back when the decision ends.',
  },
  do: 'Write the reason beside the entry, an end date where the format has one (or in the comment), and who owns the list in CODEOWNERS.',
  aspects: { reason: {}, end: {}, owner: {} },
  on: on('scanner-exceptions'),
  needs: ['code-owners'],
  check: ({ name, at, traits: { scanner, besideCode, passedOver } }, { asOf, find }) => {
    const counts = new Map<string, number>();
    const entries = passedOver.map((entry) => {
      const count = (counts.get(entry.what) ?? 0) + 1;
      counts.set(entry.what, count);
      return { ...entry, item: count > 1 ? `${entry.what} (${count})` : entry.what };
    });
    const end = ({ what, until, isVulnerability, at: here, item }: (typeof entries)[number]): Outcome[] => {
      if (until === undefined)
        return isVulnerability
          ? [fail(`${name} lets ${scanner} pass over ${what} for good.`, here, { item, label: 'has no end' })]
          : [];
      if (!asOf.known) return [unknown(asOf.reason, here, item)];
      return [
        until >= asOf.value
          ? pass(here, item)
          : fail(`That ${scanner} passes over ${what} was to end on ${until}.`, here, {
              item,
              label: 'its time is over',
            }),
      ];
    };
    return {
      reason: entries.map(({ what, reason, at: here, item }) =>
        reason === undefined
          ? fail(`${name} lets ${scanner} pass over ${what} without saying why.`, here, { item, label: 'no reason' })
          : pass(here, item),
      ),
      end: entries.flatMap(end),
      owner: besideCode || entries.length === 0 ? [] : owned(),
    };

    function owned(): Outcome {
      const file = 'file' in at ? at.file : name;
      const list = find('code-owners').find(({ traits }) => traits.file === traits.effectiveFile);
      if (entries.every(({ owner }) => owner !== undefined) || (list && list.traits.ownersOf(file).owners.length > 0))
        return pass(at);
      return fail(`Nobody answers for what ${name} passes over.`, fileStart(file), { label: 'no owner' });
    }
  },
});
