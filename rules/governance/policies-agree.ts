import type { Statement, Topic } from '../../src/model/kinds/policy-document.ts';
import type { Subject } from '../../src/model/subject.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

// What each topic is called. Periods of data and recovery targets differ from thing to thing, so they are not compared.
const compared: { readonly [T in Topic]?: string } = {
  'tls-minimum': 'the oldest TLS version',
  'change-approvals': 'how many people approve a change',
  'access-review': 'how often access is reviewed',
  'log-retention': 'how long logs are kept',
  'key-rotation': 'how often encryption keys are rotated',
  'restore-test': 'how often restoring is tested',
  'password-length': 'how long a password is',
  'customer-notice': 'how soon customers are told of an incident',
  'authority-notice': 'how soon authorities are told of a breach',
};

export default rule({
  id: 'policies-agree',
  title: 'No two policies state different figures for the same thing',
  severity: 'medium',
  criteria: {
    'CC5.3': 'What management has laid down is one thing, whichever document is opened.',
    'CC2.2': 'Staff are told one figure, and not two to choose from.',
  },
  do: 'Settle which figure holds, state it in one document, and link to it from the other.',
  shows: 'document',
  on: on('policy-set'),
  needs: ['policy-document'],
  check: (_, { find }) => {
    const all = find('policy-document', figures);
    return (Object.keys(compared) as Topic[]).flatMap((topic) => {
      const [first, ...rest] = all.filter((statement) => statement.topic === topic);
      if (!first || rest.length === 0) return [];
      const other = rest.find(
        ({ value, of, bound }) => of === first.of && bound === first.bound && valueOf(value) !== valueOf(first.value),
      );
      if (!other) return [pass(first.at, topic)];
      return [
        fail(
          `${other.document} and ${first.document} differ on ${compared[topic]}: "${other.quote}" against "${first.quote}"`,
          other.at,
          { item: topic, label: 'another figure elsewhere', related: [{ name: first.document, at: first.at }] },
        ),
      ];
    });
  },
});

const valueOf = (value: Statement['value']): number | undefined => (value.known ? value.value : undefined);

/** The one figure of each topic in a document; none where it hedges, or states several. */
const figures = ({ traits: { statements } }: Subject<'policy-document'>): Statement[] =>
  [...new Set(statements.map(({ topic }) => topic))].flatMap((topic) => {
    const own = statements.filter((statement) => statement.topic === topic);
    const values = new Set(own.map(({ value }) => valueOf(value)));
    return values.size === 1 && !values.has(undefined) ? own.slice(0, 1) : [];
  });
