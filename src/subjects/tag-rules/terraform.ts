import { blocksOf, rulesetTypes } from '../branch-rules/terraform-statements.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { tagRules } from './tags.ts';

export default mapping({
  kind: 'tag-rules',
  dialect: 'terraform',
  types: rulesetTypes,
  map: (resource) => tagRules(resource, blocksOf(reader(resource))),
});
