import type { CriterionId } from '../../criteria/catalogue.ts';
import { compareText } from '../findings.ts';
import { controlId, objectiveId, property, prose, type Uuids } from './terms.ts';

/** Something that was seen and that nobody accepted. */
export interface Exception {
  rule: string;
  criteria: readonly CriterionId[];
  observation: { uuid: string };
}

type Rules = ReadonlyMap<string, { title: string; criteria: { readonly [C in CriterionId]?: string } }>;

/** How a report puts it: of how many, where to look, and what the state is about. */
export interface Wording {
  counted(n: number): string;
  shown: string;
  remarks: string;
}

/** One finding for each rule and criterion: what the rule has to find there, and all that was seen instead. */
export function findingsOf(exceptions: readonly Exception[], rules: Rules, uuids: Uuids, wording: Wording) {
  const groups = new Map<string, { rule: string; id: CriterionId; of: Exception[] }>();
  for (const one of exceptions)
    for (const id of one.criteria) {
      const target = objectiveId(id, one.rule);
      const group = groups.get(target) ?? { rule: one.rule, id, of: [] };
      group.of.push(one);
      groups.set(target, group);
    }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([target, { rule, id, of }]) => ({
      uuid: uuids.of('finding', target),
      title: prose(`${rule}: ${wording.counted(of.length)} (${id})`),
      description: prose(`${rules.get(rule)?.title ?? rule}. ${rules.get(rule)?.criteria[id] ?? ''} ${wording.shown}`),
      props: [...property('rule', rule), ...property('criterion', controlId(id))],
      target: {
        type: 'objective-id',
        'target-id': target,
        status: { state: 'not-satisfied', reason: 'fail' },
        remarks: prose(wording.remarks),
      },
      'related-observations': of.map(({ observation: { uuid } }) => ({ 'observation-uuid': uuid })),
    }));
}
