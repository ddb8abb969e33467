import { mapping } from '../mapping.ts';
import { branchesStatedBy } from './branches.ts';

export default mapping({ kind: 'branch-rules', dialect: 'rulesets', types: ['ruleset'], map: branchesStatedBy });
