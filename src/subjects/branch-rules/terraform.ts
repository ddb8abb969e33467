import { mapping } from '../mapping.ts';
import { branchesStatedBy } from './branches.ts';
import { protectionTypes, rulesetTypes } from './terraform-statements.ts';

export default mapping({
  kind: 'branch-rules',
  dialect: 'terraform',
  types: [...protectionTypes, ...rulesetTypes],
  map: branchesStatedBy,
});
