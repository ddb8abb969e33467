import type { Statement, Topic } from '../model/kinds/policy-document.ts';
import type { Subject } from '../model/subject.ts';

type Document = Subject<'policy-document'>;

/** All figures that a document states: for `find`. */
export const statementsOf = ({ traits }: Document): readonly Statement[] => traits.statements;

const byTopic = new Map<Topic, (document: Document) => readonly Statement[]>();

/** What a document states on a topic: for `find`, which knows it again by being the same function each time. */
export function statementsOn(topic: Topic): (document: Document) => readonly Statement[] {
  let pick = byTopic.get(topic);
  if (!pick)
    byTopic.set(topic, (pick = ({ traits }) => traits.statements.filter((statement) => statement.topic === topic)));
  return pick;
}
