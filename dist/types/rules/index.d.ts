import type { RuleIndex } from '../src/rule/entry.js';
export declare const ruleIndex: RuleIndex;
