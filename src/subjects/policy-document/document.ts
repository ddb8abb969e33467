import type { Field, Stated } from '../../dialects/documents/metadata.ts';
import { namesItself } from '../../dialects/documents/identify.ts';
import type { PolicyDocument } from '../../dialects/documents/model.ts';
import { known, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import { headingBefore } from '../../parse/markdown/under.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { readCadence } from './cadence.ts';
import { contactsIn } from './contacts.ts';
import { criteriaNamed } from './criteria-named.ts';
import { readDate } from './dates.ts';
import { isOutOfForce } from './force.ts';
import { linksTo } from './links.ts';
import { placeholdersIn } from './placeholders.ts';
import { ratingScale } from './rating-scale.ts';
import { statementsIn } from './statements.ts';

export default mapping<'policy-document', PolicyDocument>({
  kind: 'policy-document',
  dialect: 'documents',
  types: ['policy'],
  map: (resource, context) => {
    const { model } = resource;
    const { metadata, tree, lines } = model;
    const { stated, revisions } = metadata;
    const newest = newestOf(revisions.map(({ date }) => date));
    const latest = revisions.find(({ date }) => date === newest) ?? revisions[0];
    const fact = (field: Field, ...others: readonly (Stated | undefined)[]) =>
      textFact(model, resource.at, [stated[field], ...others]);
    return {
      kind: 'policy-document',
      ...subjectOf(resource),
      traits: {
        policy: model.policy,
        owner: fact('owner'),
        approver: fact('approver', latest?.approver),
        author: fact('author', latest?.author),
        draft: draftOf(model, resource.at),
        version: fact('version', latest?.version),
        versionInHistory: textFact(model, resource.at, [latest?.version]),
        reviewedOn: lastOf(model, resource.at, [
          stated.lastReviewed,
          stated.approved,
          ...(stated.lastReviewed || stated.approved ? [] : [stated.effective]),
          ...revisions.map(({ date }) => date),
        ]),
        changedOn: changedOn(model, context.changedOn?.(model.path), resource.at),
        nextReviewOn: dateFact(model, resource.at, stated.nextReview),
        reviewEveryDays: cadenceOf(model, resource.at),
        criteriaNamed: criteriaNamed(model),
        placeholders: placeholdersIn(tree, lines, model.path),
        links: linksTo(tree.links, model.path, context),
        ratedBy: ratingScale(model),
        contacts: contactsIn(model),
        paragraphs: paragraphsOf(model),
        text: model.text,
        statements: statementsIn(model),
      },
    };
  },
});

function changedOn({ metadata: { stated } }: PolicyDocument, day: string | undefined, at: Place) {
  if (day === undefined) return notApplicable('git doesn’t tell when it was changed');
  return stated.lastReviewed || stated.approved || !stated.effective
    ? known(day, at)
    : notApplicable('it says from which day on it holds, and not when it was reviewed');
}

/** Long enough to be no accident; what every document repeats (dates, roles) is shorter. */
const paragraphsOf = ({ tree, title }: PolicyDocument): string[] => {
  const own = title.toLowerCase();
  const plain = tree.blocks.map(
    ({ text }) =>
      text
        .toLowerCase()
        .replaceAll(own, ' ')
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return [...new Set(plain.filter((words) => words.length >= 6).map((words) => words.join(' ')))];
};

/** The first that is said. Where front matter can't be read, it may say it. */
function textFact(
  document: PolicyDocument,
  near: Place,
  said: readonly (Stated | undefined)[],
): Fact<string | undefined> {
  const first = said.find((one) => one !== undefined);
  if (first) return known(first.text, first.at);
  return unread(document, near) ?? known(undefined, near);
}

const unread = ({ unread: why }: PolicyDocument, at: Place): Fact<never> | undefined =>
  why === undefined
    ? undefined
    : unknownFact(
        {
          code: 'parse-problem',
          subject: 'what it says of itself',
          settledBy: 'front matter in YAML between lines of ---',
        },
        at,
      );

function dateFact(document: PolicyDocument, near: Place, said: Stated | undefined): Fact<string | undefined> {
  if (!said) return textFact(document, near, []);
  const date = readDate(said.text);
  if (date === 'ambiguous')
    return unknownFact(
      { code: 'ambiguous-date', subject: `"${said.text}"`, settledBy: 'a date written as YYYY-MM-DD' },
      said.at,
    );
  if (date === undefined)
    return unknownFact(
      { code: 'no-date', subject: `"${said.text}"`, settledBy: 'a date written as YYYY-MM-DD' },
      said.at,
    );
  return known(date.day, said.at);
}

/** The newest of several dates; unknown where one of them could be newer than the rest. */
function lastOf(
  document: PolicyDocument,
  near: Place,
  said: readonly (Stated | undefined)[],
): Fact<string | undefined> {
  const facts = said.flatMap((one) => (one ? [dateFact(document, near, one)] : []));
  const dated = facts.filter((one) => one.known && one.value !== undefined);
  const newest = dated.sort((a, b) => (a.known && b.known && a.value! < b.value! ? 1 : -1))[0];
  const unclear = facts.find((one) => !one.known && one.reason.code === 'ambiguous-date');
  return unclear ?? newest ?? facts[0] ?? textFact(document, near, []);
}

const newestOf = (dates: readonly (Stated | undefined)[]): Stated | undefined => {
  const read = dates.flatMap((date) => {
    const day = date && readDate(date.text);
    return date && typeof day === 'object' ? [{ date, day: day.day }] : [];
  });
  return read.sort((a, b) => (a.day < b.day ? 1 : -1))[0]?.date;
};

function draftOf(document: PolicyDocument, near: Place): Fact<boolean | undefined> {
  const { status } = document.metadata.stated;
  if (!status) return unread(document, near) ?? known(undefined, near);
  return known(isOutOfForce(document), status.at);
}

/** What it says of its own review: in its metadata, else in a sentence about "this policy". */
function cadenceOf(document: PolicyDocument, near: Place): Fact<number | undefined> {
  const { cadence } = document.metadata.stated;
  if (cadence) {
    const days = readCadence(cadence.text);
    return typeof days === 'number'
      ? known(days, cadence.at)
      : unknownFact(
          {
            code: 'ambiguous-words',
            subject: `"${cadence.text}"`,
            settledBy: 'a cadence like "annual" or "every 6 months"',
          },
          cadence.at,
        );
  }
  const { headings } = document.tree;
  const found = document.tree.blocks.flatMap(({ text, span }) =>
    text
      .split(/(?<=[.;])\s+/)
      .filter(
        (sentence, index, all) =>
          ownReview.test(sentence) ||
          namesItself(byName.exec(sentence)?.[1] ?? '', document.title) ||
          (itIs.test(sentence) && ofItself.test(all[index - 1] ?? '')) ||
          (short.test(sentence) && underReview.test(headings[headingBefore(headings, span.startLine)]?.text ?? '')),
      )
      .flatMap((sentence) => {
        const days = readCadence(sentence);
        return typeof days === 'number' ? [known(days, { file: document.path, span })] : [];
      }),
  );
  return found[0] ?? textFactAsCadence(document, near);
}

const textFactAsCadence = (document: PolicyDocument, near: Place): Fact<number | undefined> =>
  unread(document, near) ?? known(undefined, near);

const ofItself = /\b(?:this|the) (?:policy|document|plan|standard|procedure|code)\b/i;
const itIs = /^it (?:is|will be|must be|shall be|has to be) (?:\w+ )?(?:review|updat|revis)/i;
// "Reviewed annually by the security team", where the heading says that it is about the document.
const short = /^(?:to be )?(?:reviewed|updated|revised)\b/i;
const underReview =
  /^(?:(?:policy|document|plan) )?(?:review|revision|maintenance|administration)s?(?: (?:and|&) \w+| (?:cycle|schedule|frequency|cadence))?$/i;

// "The incident response plan is reviewed every year", in that plan.
const byName =
  /\bthe ([\w -]{3,50}?) (?:policy|plan|standard|procedure) (?:is|are|must be|shall be|will be) (?:\w+ ){0,2}?(?:review|updat|revis)/i;
const ownReview =
  /\b(?:this|the) (?:policy|document|plan|standard|procedure|code)\b[^.]{0,80}\b(?:is|are|be|gets?|undergo(?:es)?) (?:\w+ ){0,2}(?:review|updat|revis)|\breviews? of [^.;,]{1,60} and this (?:policy|document|plan|standard|procedure|code)\b|\b(?:review|revis|updat)\w*(?: and (?:updat|revis|approv)\w*)? (?:of )?(?:this|the) (?:policy|document|plan|standard|procedure|code)\b/i;
