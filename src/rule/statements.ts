import { isKnown, notApplicable, type NotApplicable } from '../model/fact.ts';
import type { Statement, Topic } from '../model/kinds/policy-document.ts';
import type { Subject } from '../model/subject.ts';
import { unknown, type Outcome, type RelatedPlace } from './rule.ts';

type Document = Subject<'policy-document'>;

/** All figures that a document states: for `find`. */
export const statementsOf = ({ traits }: Document): readonly Statement[] => traits.statements;

const byTopic = new Map<Topic, (document: Document) => readonly Statement[]>();

/** Whether it says of itself that it doesn't hold: a draft, or one that was given up. */
const isOutOfForce = ({ traits: { draft } }: Document): boolean => isKnown(draft, true);

/** What a document in force states on a topic: for `find`, which knows it again by being the same function each time. */
export function statementsOn(topic: Topic): (document: Document) => readonly Statement[] {
  let pick = byTopic.get(topic);
  if (!pick)
    byTopic.set(
      topic,
      (pick = (document) =>
        isOutOfForce(document) ? [] : document.traits.statements.filter((statement) => statement.topic === topic)),
    );
  return pick;
}

/** What documents promise, and the figure of it. */
export interface Promised {
  said: Statement;
  value: number;
}

/**
 * The one figure that all of these statements come to. Otherwise what a rule says instead: `nothing` where there are none,
 * unknown where one leaves a way out, and not applicable where they differ, as policies-agree looks at that.
 */
export const promised = (statements: readonly Statement[], nothing: string): Promised | Outcome | NotApplicable =>
  statements.length === 0 ? notApplicable(nothing) : once(ones, statements, one);

/** The strictest of several promises by `least`, where all hold together; else as `promised`. */
export const strictest = (statements: readonly Statement[], nothing: string): Promised | Outcome | NotApplicable =>
  statements.length === 0 ? notApplicable(nothing) : once(leasts, statements, least);

// Each of many subjects asks what the same statements come to.
type Answer = Promised | Outcome | NotApplicable;
type Answers = WeakMap<readonly Statement[], Answer>;
const ones: Answers = new WeakMap();
const leasts: Answers = new WeakMap();

function once(answers: Answers, statements: readonly Statement[], make: (statements: readonly Statement[]) => Answer) {
  let answer = answers.get(statements);
  if (!answer) answers.set(statements, (answer = make(statements)));
  return answer;
}

function one(statements: readonly Statement[]): Answer {
  for (const { value } of statements) if (!value.known) return unknown(value.reason, value.at);
  const figures = new Set(statements.map(({ value, bound }) => `${bound ?? ''} ${value.known ? value.value : ''}`));
  if (figures.size > 1) return notApplicable('the policies state several figures: policies-agree looks at that');
  const [said] = statements;
  return { said: said!, value: said!.value.known ? said!.value.value : NaN };
}

function least(statements: readonly Statement[]): Answer {
  for (const { value } of statements) if (!value.known) return unknown(value.reason, value.at);
  const figure = ({ value }: Statement) => (value.known ? value.value : Infinity);
  const said = statements.reduce((a, b) => (figure(b) < figure(a) ? b : a));
  return { said, value: figure(said) };
}

/** The end of a message: what the document says, word for word. */
export const says = ({ document, quote }: Statement): string => `and ${document} says: "${quote}"`;

/** The sentence, as the other place that a verdict rests on. */
export const sentence = ({ document, at }: Statement): RelatedPlace[] => [{ name: document, at }];

/** Whether a name has a word in it, in the singular or plural: `aws_s3_bucket.audit_logs` and `log`. */
export function isNamed(name: string, word: string): boolean {
  const stem = word.toLowerCase().replace(/s$/, '');
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((part) => part.replace(/s$/, '') === stem);
}
