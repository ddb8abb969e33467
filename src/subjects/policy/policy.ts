import { policies, policyIds, type PolicyId } from '../../criteria/policies.ts';
import type { PolicyDocument } from '../../dialects/documents/model.ts';
import type { Resource } from '../../dialects/dialect.ts';
import type { Subject } from '../../model/subject.ts';
import { mapping, type MappingContext } from '../mapping.ts';
import { statementsIn } from '../policy-document/statements.ts';
import { sections } from './sections.ts';
import { wordsOf } from './words.ts';

export default mapping({
  kind: 'policy',
  dialect: 'documents',
  types: ['policies'],
  map: (_, context) => policyIds.flatMap((id) => policyOf(id, context) ?? []),
});

/** A policy that is there, or that is expected here and missing. */
function policyOf(id: PolicyId, context: MappingContext): Subject<'policy'>[] {
  const all = (context.all('documents', 'policy') as readonly Resource<PolicyDocument>[]).filter(
    ({ model }) => model.policy !== undefined,
  );
  const own = all.filter(({ model }) => model.policy === id || model.also.includes(id));
  const roles = own.length > 0 ? [...new Set(own.map(({ role }) => role))] : (['system'] as const);
  return roles.flatMap((role): Subject<'policy'>[] => {
    const documents = own.filter((resource) => resource.role === role);
    const here = context.holds.get('policies');
    // Two policies show that this is where they are kept, as a declaration does.
    const kept = here !== undefined || all.filter((resource) => resource.role === 'system').length >= 2;
    if (documents.length === 0 && !(kept && isNeeded(id, context))) return [];
    const [first] = documents;
    const text = documents.map(({ model }) => model.text).join('\n');
    const headings = documents.flatMap(({ model }) => model.headings);
    return [
      {
        kind: 'policy',
        name: policies[id].title,
        role,
        at: first ? first.at : { absent: true },
        ...(first && { block: first.block }),
        parts: documents.slice(1).map(({ name, at, block }) => ({ name, at, block })),
        calls: [],
        traits: {
          which: id,
          texts: documents.map(({ model, at }) => ({
            title: model.title,
            words: wordsOf(model),
            sure: model.confidence === 'certain',
            claims: model.metadata.criteria.length,
            at,
          })),
          sections: sections[id].map(({ name, words, heading }) => ({
            name,
            found: words.test(text) || (heading !== undefined && headings.some((one) => heading.test(one))),
          })),
          statements: documents.flatMap(({ model }) => statementsIn(model)),
          expectedAt: here,
        },
      },
    ];
  });
}

/** Where nobody chose, security alone calls for policies: the other four are a choice. */
const isNeeded = (id: PolicyId, { categories }: MappingContext): boolean => {
  const { neededFor } = policies[id];
  return neededFor !== 'optional' && (neededFor === 'security' || (categories?.includes(neededFor) ?? false));
};
