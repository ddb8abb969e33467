import { duties, dutyIds, type DutyId } from '../../criteria/duties.ts';
import type { Resource } from '../../dialects/dialect.ts';
import type { PolicyDocument } from '../../dialects/documents/model.ts';
import type { Subject } from '../../model/subject.ts';
import { mapping, type MappingContext } from '../mapping.ts';
import { isOutOfForce } from '../policy-document/force.ts';
import { wordsOf } from '../policy/words.ts';

/** The words that say it, in lower case, within a sentence. */
const words: { readonly [D in DutyId]: RegExp } = {
  notice:
    /\b(?:effective (?:date|as of|from|since)|last (?:updated|revised)|(?:changes?|amendments?|updates?|revisions?)\b[^\n.]{0,60}\b(?:notif|tell|told|hear|inform|announc|post|publish|communicat|e-?mail)\w*|(?:notif|tell|told|hear|inform|announc|post|publish)\w*\b[^\n.]{0,60}\b(?:changes?|amendments?|updates?))/,
  choices: /\b(?:consent\w*|opt[- ]?(?:in|out)|choices?|withdraw\w*|unsubscrib\w*|object to)\b/,
  'limited-collection':
    /\b(?:minimi[sz]\w+|(?:only|no more|not more|limited to|strictly|minimum|nothing|necessary|needed|adequate)\b[^\n.]{0,80}\b(?:collect\w*|gather\w*|need\w*|necessary|required|data|information|observ\w+)|(?:collect|gather)\w*\b[^\n.]{0,80}\b(?:only|necessary|limited|needed|required|minimum|nothing|adequate))\b/,
  'explicit-consent':
    /\b(?:explicit\w*|express(?:ly)?|affirmative\w*|written|separate|unambiguous)\b[^\n.]{0,60}\bconsent|\bconsent\w*\b[^\n.]{0,60}\b(?:explicit\w*|express(?:ly)?|affirmative\w*|in writing|ticked|separate\w*)|\bopt[- ]in\b/,
  'limited-use':
    /\b(?:only|solely|exclusively|no other|limited to|not)\b[^\n.]{0,80}\b(?:purposes?|ends?|reasons?)\b|\bpurpose limitation\b|\bpurposes?\b[^\n.]{0,60}\b(?:only|incompatible|compatible|for which)\b|\b(?:incompatible|unrelated|new) purposes?\b/,
  'end-of-use': /\b(?:delet\w+|destr(?:oy|uct)\w*|eras\w+|anonymi[sz]\w+|dispos\w+|purg\w+|shred\w*)\b/,
  access:
    /\b(?:right (?:of|to) access|subject access|access (?:to )?(?:your|their|the|his|her|own|personal) (?:\w+ )?(?:data|information)|(?:see|view|obtain|receive|request|copy of)\b[^\n.]{0,60}\b(?:data|information|stored|held))/,
  'identity-of-who-asks':
    /\b(?:verif\w+|check\w*|confirm\w*|prov(?:e|es|ing)|establish\w*|authenticat\w+)\b[^\n.]{0,60}\b(?:identit\w+|who (?:is asking|asks|they are)|requesters?)|\bidentit\w+\b[^\n.]{0,60}\b(?:verif\w+|check\w*|confirm\w*|prov\w+)/,
  correction: /\b(?:correct(?:ed|ion|ions|ing|s)?|rectif\w+|amend(?:ed|ment)? (?:your|their|personal)|inaccura\w+)\b/,
  disclosure:
    /\b(?:disclos\w+|shar(?:e|ed|ing)|sub-?processors?|recipients?|hand(?:ed|s)? on|pass(?:ed|es)? on|third[- ]part(?:y|ies))\b/,
  'vendor-commitments':
    /\b(?:vendors?|suppliers?|third[- ]part(?:y|ies)|sub-?processors?|processors?|partners?|providers?|contracts?|agreements?)\b[^\n.]{0,160}\b(?:contract\w*|agree\w*|dpas?|bound|commit\w*|oblig\w*|require\w*|confidential\w*|data protection|hold)\b|\bdata processing (?:agreements?|addend\w+)\b/,
  'vendor-incidents':
    /\b(?:vendors?|suppliers?|third[- ]part(?:y|ies)|sub-?processors?|processors?|partners?|providers?|contracts?|agreements?)\b[^\n.]{0,160}\b(?:incidents?|breach\w*)\b|\b(?:incidents?|breach\w*)\b[^\n.]{0,120}\b(?:by|from|at) (?:\w+ ){0,2}(?:vendors?|suppliers?|third[- ]part(?:y|ies)|sub-?processors?|processors?|partners?)\b/,
  accuracy:
    /\b(?:accura(?:te|cy)|up[- ]to[- ]date|data quality|(?:right|correct|current|complete) and (?:right|correct|current|complete)|keep\w*\b[^\n.]{0,40}\b(?:correct|current))\b/,
  complaints: /\b(?:complain\w*|grievances?|supervisory authorit\w+|data protection authorit\w+|disputes?|lodge)\b/,
  specification:
    /\b(?:defin\w+|specif\w+|data dictionar\w+|processing requirements?|requirements? (?:for|of|on) processing)\b/,
  input: /\b(?:inputs?|validat\w+|schemas?|taken in|complete(?:ness)?)\b/,
  errors: /\b(?:errors?|dead-?letter|retr(?:y|ies|ied)|fail(?:s|ed|ures?|ing)?|cannot be processed|reject\w*)\b/,
  output: /\b(?:outputs?|deliver\w*|recipients?|goes out|went out|sent out|distribut\w+)\b/,
  storage: /\b(?:stor(?:e|ed|age|ing)|checksums?|backups?|written once|never changed|cop(?:y|ies))\b/,
};

export default mapping({
  kind: 'duty',
  dialect: 'documents',
  types: ['policies'],
  map: (_, context) => dutyIds.flatMap((id) => dutyOf(id, context)),
});

/** Owed where the policy is in force and has a text: that it is missing, a stub or a draft is told of the policy. */
function dutyOf(id: DutyId, { all }: MappingContext): Subject<'duty'>[] {
  const { of, in: elsewhere, says } = duties[id];
  const documents = (all('documents', 'policy') as readonly Resource<PolicyDocument>[]).filter(
    ({ role }) => role === 'system',
  );
  const own = documents.filter(
    ({ model }) =>
      model.policy === of && model.confidence === 'certain' && wordsOf(model) >= 50 && !isOutOfForce(model),
  );
  const [first] = own;
  if (!first) return [];
  const others = documents.filter(({ model }) => (elsewhere as readonly string[]).includes(model.policy ?? ''));
  const saying = [...own, ...others].filter(({ model }) => words[id].test(model.text));
  const found = saying.find(({ model }) => !isOutOfForce(model));
  // A draft alone says it: that it is one is told of the document.
  if (saying.length > 0 && !found) return [];
  return [
    {
      kind: 'duty',
      name: says,
      role: 'system',
      at: found?.at ?? first.at,
      block: (found ?? first).block,
      parts: [],
      calls: [],
      traits: { duty: id, saidIn: found?.model.title, owedBy: first.model.title },
    },
  ];
}
