import { policies, policyIds, type PolicyId } from '../../criteria/policies.ts';
import { policyNames } from './names.ts';

export interface Identity {
  policy: PolicyId;
  /** `certain`: the whole title or file name says so, or both point the same way and the title says little else. */
  confidence: 'certain' | 'likely';
}

/** What a document goes by, as far as it shows. */
interface Naming {
  /** The name of its file without ending and number; of an index file its folder's. */
  stem: string;
  title: string | undefined;
  /** Criteria it names: they decide between two policies of the same name. */
  criteria: readonly string[];
}

// Words that say what sort of text it is, not what it is about.
const generic =
  /^(?:policy|policies|plan|plans|standard|standards|procedure|procedures|process|program|programme|document|guideline|guidelines|statement|our|the|company|corporate|template|v\d+|\d+)$/;

/** The words of a name, without numbers in front and words that any policy has. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const bare = (words: readonly string[]): string[] => words.filter((word) => !generic.test(word));

interface Name {
  policy: PolicyId;
  /** Without words that any policy has. */
  words: string;
  /** With them: a part of a longer title has to have them too. "Key management policy" is no policy management. */
  phrase: string;
  whole: boolean;
  size: number;
}

const names: readonly Name[] = policyIds.flatMap((policy) =>
  [...policyNames[policy], policies[policy].title.toLowerCase()].map((name): Name => {
    const whole = name.startsWith('=');
    const words = whole ? name.slice(1) : name;
    const own = bare(words.split(' '));
    return {
      policy,
      words: (own.length > 0 ? own : words.split(' ')).join(' '),
      phrase: words,
      whole,
      size: own.length,
    };
  }),
);

/** How well a text names a policy, and how much of the text does. */
interface Match {
  score: number;
  share: number;
}

/** What a text names: policies by the whole of it, or by some words of it. */
function matches(text: string, whole: number, part: number): Map<PolicyId, Match> {
  const all = wordsOf(text);
  const own = bare(all);
  const of = own.length > 0 ? own : all.slice(0, 1);
  const words = of.join(' ');
  const found = new Map<PolicyId, Match>();
  for (const name of names) {
    const score =
      name.words === words
        ? whole + name.size
        : !name.whole && isPart(name, words, all.join(' '))
          ? // Of several things that a title names, the first is what it is about.
            part + 10 * name.size + (words.startsWith(`${name.words} `) ? 3 : 0)
          : 0;
    if (score > (found.get(name.policy)?.score ?? 0))
      found.set(name.policy, { score, share: name.size / Math.max(1, of.length) });
  }
  return found;
}

const isPart = ({ policy, words, phrase }: Name, own: string, all: string): boolean =>
  (words === phrase ? ` ${own} `.includes(` ${words} `) : ` ${all} `.includes(` ${phrase} `)) &&
  !(policy === 'information-security' && ofSomething.test(all));

// The security of one thing is no policy for the whole.
const ofSomething =
  /\b(?:servers?|routers?|switch(?:es)?|operations?|employees?|workstations?|endpoints?|e-?mail|databases?|wireless|web|mobile|devices?|cloud|networks?|physical|applications?|products?|containers?|api|personnel|hr|office|vendors?|suppliers?|storage|browsers?|code|hosts?|infrastructure|content) security\b/;

const nothing: Match = { score: 0, share: 0 };

/** Which policy a document is, by its title and its file's name; nothing where neither says so. */
export function identify({ stem, title, criteria }: Naming): Identity | undefined {
  const byTitle = title === undefined ? new Map<PolicyId, Match>() : matches(title, 200, 40);
  const byFile = matches(stem, 150, 30);
  const [best] = policyIds
    .filter((policy) => byTitle.has(policy) || byFile.has(policy))
    .map((policy) => {
      const [a, b] = [byTitle.get(policy) ?? nothing, byFile.get(policy) ?? nothing];
      const both = a.score > 0 && b.score > 0;
      const overlap = policies[policy].criteria.filter((id) => criteria.includes(id)).length;
      return {
        policy,
        score: Math.max(a.score, b.score) + (both ? 5 : 0) + overlap,
        sure: a.score >= 200 || b.score >= 150 || (both && a.share > 0.5),
      };
    })
    .sort((a, b) => b.score - a.score);
  return best && { policy: best.policy, confidence: best.sure ? 'certain' : 'likely' };
}

/** The policies that a title names one beside the other: "Backup and disaster recovery". */
export function severalIn(title: string): readonly PolicyId[] {
  const parts = title.split(/,|&|\/|\+|\band\b/i).filter((part) => part.trim() !== '');
  if (parts.length < 2) return [];
  const named = parts.flatMap((part) => {
    const own = identify({ stem: '', title: part, criteria: [] });
    return own?.confidence === 'certain' ? own.policy : [];
  });
  return [...new Set(named)];
}

/** Whether words name the document of this title: "data retention" in "Data retention and disposal policy". */
export function namesItself(words: string, title: string): boolean {
  const own = bare(wordsOf(words));
  const all = wordsOf(title);
  return own.length > 0 && own.every((word) => all.includes(word));
}

/** The file's name without endings and numbers in front; `index.md` takes its folder's. */
export function stemOf(path: string): string {
  const parts = path.split('/');
  const stem = withoutEnding(parts.at(-1) ?? '');
  const own = /^(?:index|_index|readme|policy)$/i.test(stem) && parts.length > 1 ? (parts.at(-2) ?? stem) : stem;
  return withoutNumber(/^policy$/i.test(stem) && isPlace(own) ? stem : own);
}

/** A folder that holds policies, not one that is named after one. */
export const isPlace = (folder: string): boolean =>
  /^_?(?:(?:\d+[-_. ]+)?(?:security|company|information[-_ ]?security|compliance|governance|it|infosec|internal|corporate|people|hr|human[-_ ]resources?|employee|engineering|operations|operational|access[-_ ]control|resilience|risk|data|privacy|legal|finance|organi[sz]ational|written|our|soc[-_ ]?2)[-_ ])?polic(?:y|ies)(?:[-_ ]and[-_ ]procedures)?$|^(?:soc[-_ ]?2|isms|infosec|grc|narratives)$/i.test(
    folder,
  );

const withoutEnding = (name: string): string => name.replace(/\.(?:md|mdx|markdown|txt)(?:\.tmpl)?$/i, '');
const withoutNumber = (name: string): string => name.replace(/^(?:[A-Z]{1,5}[-_ ])?\d+[-_. ]+/i, '') || name;
