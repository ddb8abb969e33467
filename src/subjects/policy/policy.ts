import { policies, policyIds, type PolicyId } from '../../criteria/policies.ts';
import type { PolicyDocument } from '../../dialects/documents/model.ts';
import type { Resource } from '../../dialects/dialect.ts';
import type { Subject } from '../../model/subject.ts';
import { mapping, type MappingContext } from '../mapping.ts';
import { isOutOfForce } from '../policy-document/force.ts';
import { statementsIn } from '../policy-document/statements.ts';
import { sections } from './sections.ts';
import { wordsOf } from './words.ts';

export default mapping({
  kind: 'policy',
  dialect: 'documents',
  types: ['policies'],
  map: (_, context) => {
    const all = (context.all('documents', 'policy') as readonly Resource<PolicyDocument>[]).filter(
      ({ model }) => model.policy !== undefined,
    );
    const byPolicy = new Map<PolicyId, Resource<PolicyDocument>[]>();
    for (const resource of all) {
      for (const id of new Set([resource.model.policy!, ...resource.model.also])) {
        const there = byPolicy.get(id);
        if (there) there.push(resource);
        else byPolicy.set(id, [resource]);
      }
    }
    // Two policies show that this is where they are kept, as a declaration does.
    const kept = context.holds.has('policies') || all.filter((resource) => resource.role === 'system').length >= 2;
    return policyIds.flatMap((id) => {
      const own = byPolicy.get(id) ?? [];
      return context.keep(`policy ${id}`, [...own, kept], () => policyOf(id, own, kept, context));
    });
  },
});

/** A policy that is there, or that is expected here and missing. */
function policyOf(
  id: PolicyId,
  own: readonly Resource<PolicyDocument>[],
  kept: boolean,
  context: MappingContext,
): Subject<'policy'>[] {
  const roles = own.length > 0 ? [...new Set(own.map(({ role }) => role))] : (['system'] as const);
  return roles.flatMap((role): Subject<'policy'>[] => {
    const documents = own.filter((resource) => resource.role === role);
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
            inForce: isOutOfForce(model) !== true,
            claims: model.metadata.criteria.length,
            at,
          })),
          sections: sections[id].map(({ name, words, heading }) => ({
            name,
            found: words.test(text) || (heading !== undefined && headings.some((one) => heading.test(one))),
          })),
          statements: documents.flatMap(({ model }) => statementsIn(model)),
          expectedAt: context.holds.get('policies'),
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
