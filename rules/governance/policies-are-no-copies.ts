import { notApplicable } from '../../src/model/fact.ts';
import type { Subject } from '../../src/model/subject.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-are-no-copies',
  title: 'No policy is the text of another one under its own title',
  severity: 'medium',
  criteria: {
    'CC5.3': 'What is laid down is written for what the title says, and not taken over from elsewhere.',
    'CC2.2': 'Staff who open a policy read what it is about.',
  },
  do: 'Write the policy that the title promises, or remove the document so that nobody counts on it.',
  shows: 'document',
  on: on('policy-document'),
  needs: ['policy-document'],
  check: ({ name, at, traits: { paragraphs } }, { find }) => {
    if (paragraphs.length < least) return notApplicable('it is too short to compare');
    const own = new Set(paragraphs);
    for (const other of find('policy-document', withText)) {
      if (placeOf(other) >= placeOf({ at }) || other.name === name) continue;
      const theirs = other.traits.paragraphs;
      const both = theirs.filter((text) => own.has(text)).length;
      if (both / Math.max(own.size, theirs.length) >= share)
        return fail(`${name} is a copy of ${other.name}: ${both} of its ${own.size} paragraphs are the same.`, at, {
          label: 'a copy',
          related: [{ name: other.name, at: other.at }],
        });
    }
    return pass(at);
  },
});

// Policies made from one template share their first and last paragraphs.
const least = 3;
const share = 0.75;

const withText = (document: Subject<'policy-document'>) =>
  document.traits.paragraphs.length < least ? [] : [document];

/** Of two copies the later path is told. */
const placeOf = ({ at }: Pick<Subject<'policy-document'>, 'at'>): string => ('file' in at ? at.file : '');
