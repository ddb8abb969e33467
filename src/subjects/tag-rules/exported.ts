import { listed } from '../branch-rules/settings-statements.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { tagRules } from './tags.ts';

export default mapping({
  kind: 'tag-rules',
  dialect: 'rulesets',
  types: ['ruleset'],
  map: (resource) => tagRules(resource, listed(reader(resource))),
});
