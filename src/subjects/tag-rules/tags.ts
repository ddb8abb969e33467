import type { Resource } from '../../dialects/dialect.ts';
import type { Subject } from '../../model/subject.ts';
import { enforced } from '../branch-rules/in-force.ts';
import type { FindRule } from '../branch-rules/ruleset.ts';
import { subjectOf } from '../links.ts';
import { reader } from '../read.ts';

/** A ruleset whose target is tags; undefined for any other. */
export function tagRules(resource: Resource, find: FindRule): Subject<'tag-rules'> | undefined {
  const own = reader(resource);
  const target = own.optionalString('target');
  if (!target.known || target.value !== 'tag') return undefined;
  const names = own.strings('conditions.ref_name.include').items.flatMap((item) => (item.known ? [item.value] : []));
  return {
    kind: 'tag-rules',
    provider: 'github',
    ...subjectOf(resource),
    traits: {
      tags: names.map(inWords).join(', ') || 'tags that are not known here',
      tagsInForce: enforced(resource),
      // A tag that may be updated may be moved; refusing to go backwards alone still lets it go forward.
      tagsStay: find('update').there,
      tagsKept: find('deletion').there,
    },
  };
}

const inWords = (pattern: string): string =>
  pattern === '~ALL' ? 'all tags' : pattern.replace(/^refs\/tags\//, '').replace(/^\*\*(\/\*\*?)?$/, 'all tags');
