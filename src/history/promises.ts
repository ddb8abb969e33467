import type { Topic } from '../model/kinds/policy-document.ts';
import type { Subject } from '../model/subject.ts';
import { readCadence } from '../subjects/policy-document/cadence.ts';

type Document = Subject<'policy-document'>;

/** How often something is done, and which document says so in which sentence. */
export interface Promise {
  days: number;
  source: string;
}

/** What is promised of all policies, or on a topic. */
interface Said extends Promise {
  of: 'policies' | Topic;
}

/** How often policies say that things are done. */
export class Promises {
  readonly #said: readonly Said[];
  readonly #longest = new Map<Said['of'], Promise | undefined>();

  constructor(documents: readonly Document[]) {
    this.#said = documents.flatMap(saidIn);
  }

  /** Where they differ the longest, so that nobody is called late too soon. */
  on(of: Said['of']): Promise | undefined {
    if (!this.#longest.has(of))
      this.#longest.set(of, this.#said.filter((one) => one.of === of).sort((a, b) => b.days - a.days)[0]);
    return this.#longest.get(of);
  }
}

/** Whether two states of a document promise the same. */
export const promiseTheSame = (a: Document, b: Document): boolean => {
  const [before, now] = [saidIn(a), saidIn(b)];
  return before === now || JSON.stringify(before) === JSON.stringify(now);
};

const none: readonly Said[] = [];
const topics: ReadonlySet<Topic> = new Set([
  'access-review',
  'restore-test',
  'risk-review',
  'vendor-review',
  'training',
]);
const found = new WeakMap<object, readonly Said[]>();

function saidIn({ name, traits }: Document): readonly Said[] {
  let said = found.get(traits);
  if (!said) {
    const own = [...ofAllPolicies(name, traits.text), ...onTopics(traits)];
    found.set(traits, (said = own.length > 0 ? own : none));
  }
  return said;
}

const onTopics = ({ statements }: Document['traits']): Said[] =>
  statements.flatMap(({ topic, value, document, quote }) =>
    topics.has(topic) && value.known ? [{ of: topic, days: value.value, source: `${document}: "${quote}"` }] : [],
  );

const ofAll =
  /\b(?:all|each|every|these|our|its|the|security|company)\b[^.]{0,30}\bpolic(?:y|ies)\b[^.]{0,60}\b(?:is|are|be|gets?|undergoe?s?)\b[^.]{0,40}\b(?:review|updat|revis)|\b(?:review|revis)\w*\b[^.]{0,30}\b(?:all|each|every|these|our|its|security)\b[^.]{0,20}\bpolic(?:y|ies)\b/;
const hedged =
  /\b(?:should|may|might|ideally|recommended|where (?:possible|feasible|practical|appropriate)|as needed)\b/;

/** "All policies are reviewed at least once a year": what holds for each that says nothing itself. */
const ofAllPolicies = (name: string, text: string): Said[] =>
  text.split(/(?<=[.;])\s+|\n/).flatMap((sentence): Said[] => {
    if (!ofAll.test(sentence) || hedged.test(sentence)) return [];
    const days = readCadence(sentence);
    return typeof days === 'number' ? [{ of: 'policies', days, source: `${name}: "${sentence.slice(0, 200)}"` }] : [];
  });
