import { categories, criteria, type Criterion } from '../../criteria/catalogue.ts';
import type { Rule } from '../../rule/rule.ts';
import { categoryTitles } from '../words.ts';
import { controlId, document, metadata, objectiveId, ours, property, prose, some, Uuids, wordsOf } from './terms.ts';

type RuleText = Pick<Rule, 'id' | 'title' | 'criteria'>;

const about =
  'The 61 identifiers of the Trust Services Criteria (2017, points of focus revised 2022). Titles and texts are ' +
  'those of soc2-lint: the text of the criteria is the work of the AICPA and is not in here. A rule that is named ' +
  'under a control is one piece of evidence for it, and never all of it.';

/** The criteria as a catalog, with what each rule looks for as an objective. */
export function oscalCatalog(rules: readonly RuleText[], version: string): string {
  const groups = categories.map((category) => ({
    id: category,
    class: 'category',
    title: categoryTitles[category],
    groups: seriesOf(criteria.filter((criterion) => criterion.category === category)).map(([series, members]) => ({
      id: `${category}-${series.split(' ')[0]!.toLowerCase()}`,
      class: 'series',
      title: prose(series),
      controls: members.map((criterion) => controlOf(criterion, rules)),
    })),
  }));
  const uuids = new Uuids([version, groups]);
  return document('catalog', {
    uuid: uuids.of('catalog'),
    metadata: metadata(
      'SOC 2: identifiers of the Trust Services Criteria, in words of our own',
      version,
      wordsOf,
      about,
    ),
    groups,
  });
}

function seriesOf(members: readonly Criterion[]): [string, Criterion[]][] {
  const series = new Map<string, Criterion[]>();
  for (const criterion of members) series.set(criterion.series, [...(series.get(criterion.series) ?? []), criterion]);
  return [...series];
}

function controlOf({ id, title, reach, shows, documents, elsewhere, coso }: Criterion, rules: readonly RuleText[]) {
  const control = controlId(id);
  const guidance = (name: string, heading: string, text: string) =>
    text === ''
      ? []
      : [{ id: `${control}_${name}`, name: 'guidance', ns: ours, class: name, title: heading, prose: prose(text) }];
  return {
    id: control,
    class: 'criterion',
    title: prose(title),
    props: [{ name: 'label', value: id }, ...property('reach', reach), ...property('coso-principle', coso)],
    ...some('parts', [
      ...guidance('shows', 'What a repository can show', shows),
      ...guidance('documents', 'Documents that describe it', documents),
      ...guidance('elsewhere', 'What stays outside of a repository', elsewhere),
      ...rules.flatMap((rule) => {
        const reason = rule.criteria[id];
        if (reason === undefined) return [];
        return [
          {
            id: objectiveId(id, rule.id),
            name: 'assessment-objective',
            props: property('rule', rule.id),
            title: prose(rule.title),
            prose: prose(reason),
          },
        ];
      }),
    ]),
  };
}
