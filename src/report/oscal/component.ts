import { criteria } from '../../criteria/catalogue.ts';
import type { Rule } from '../../rule/rule.ts';
import { controlId, document, metadata, objectiveId, property, prose, Uuids, wordsOf } from './terms.ts';

type RuleText = Pick<Rule, 'id' | 'title' | 'severity' | 'criteria' | 'do'>;

/** Where compliance-trestle looks for the rules of a component. */
const trestle = 'https://oscal-compass.github.io/compliance-trestle/schemas/oscal';

const about =
  'The rules of soc2-lint, each with the criteria for which a pass is evidence, and why. The component implements none of ' +
  'the controls: it looks at how others are written down in a repository. No pass of a rule, nor all of them, is an opinion ' +
  'on a criterion.';

/** The rules as a component that validates others: each a piece of evidence for its criteria. */
export function oscalComponent(rules: readonly RuleText[], version: string): string {
  const uuids = new Uuids([
    version,
    rules.map(({ id, title, severity, criteria: reasons }) => [id, title, severity, reasons]),
  ]);
  const catalog = uuids.of('resource', 'catalog');
  return document('component-definition', {
    uuid: uuids.of('component-definition'),
    metadata: metadata('The rules of soc2-lint', version, wordsOf, about),
    components: [
      {
        uuid: uuids.of('component'),
        type: 'validation',
        title: 'soc2-lint',
        description: prose(about),
        props: [...property('version', version), ...rules.flatMap(ruleSet)],
        'control-implementations': [
          {
            uuid: uuids.of('control-implementation'),
            source: `#${catalog}`,
            description: prose('Which rules are evidence for which criteria.'),
            'implemented-requirements': requirementsOf(rules, uuids),
          },
        ],
      },
    ],
    'back-matter': {
      resources: [
        {
          uuid: catalog,
          title: 'The catalog of the criteria, in words of our own',
          description: prose('Written by: soc2-lint oscal catalog'),
          rlinks: [{ href: 'catalog.json', 'media-type': 'application/json' }],
        },
      ],
    },
  });
}

/** What belongs together has the same remarks: so trestle reads it. */
const ruleSet = ({ id, title, severity }: RuleText) => {
  const set = { remarks: `rule-${id}` };
  return [
    { name: 'Rule_Id', ns: trestle, value: id, ...set },
    { name: 'Rule_Description', ns: trestle, value: title, ...set },
    ...property('severity', severity).map((one) => ({ ...one, ...set })),
  ];
};

const requirementsOf = (rules: readonly RuleText[], uuids: Uuids) =>
  criteria.flatMap(({ id, title, elsewhere }) => {
    const evidence = rules.filter((rule) => rule.criteria[id]);
    if (evidence.length === 0) return [];
    return [
      {
        uuid: uuids.of('requirement', id),
        'control-id': controlId(id),
        description: prose(
          `${title}: rules whose passes are evidence. What stays outside of a repository: ${elsewhere}.`,
        ),
        props: evidence.map((rule) => ({ name: 'Rule_Id', ns: trestle, value: rule.id })),
        statements: evidence.map((rule) => ({
          'statement-id': objectiveId(id, rule.id),
          uuid: uuids.of('statement', id, rule.id),
          description: prose(rule.criteria[id]!),
          remarks: prose(rule.do),
        })),
      },
    ];
  });
