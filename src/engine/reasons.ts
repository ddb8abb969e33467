import type { UnknownReason } from '../model/fact.ts';

/** An unknown's reason as the end of a sentence that begins with what is unknown. */
const phrases: { readonly [C in UnknownReason['code']]: string } = {
  'no-value': 'has no value here',
  'known-after-apply': 'is known only when it is applied',
  'data-source': 'is read from the account when it is applied',
  'remote-module': 'comes from a module whose code is not in this repository',
  'not-evaluated': 'is an expression that is not worked out here',
  'function-outside': 'depends on the clock, the network or a file outside of the repository',
  cycle: 'refers to itself',
  'too-large': 'is too large to work out',
  'wrong-type': 'is of another type than expected',
  'does-not-exist': 'refers to something that is not declared here',
  'default-depends-on-version': 'is not written, and its default depends on the version of the provider',
  'default-depends-on-account': 'is not written, and its default depends on the account',
  'conflicting-writers': 'is stated differently in two places',
  'other-repository': 'governs a repository that may not be this one',
  'ambiguous-date': 'is a date that can be read in two ways',
  'no-date': 'is no date',
  'ambiguous-words': 'can be understood in several ways',
  'no-as-of': 'needs a date to judge by, and none is known',
  'not-rendered': 'is a template that is not rendered here',
  'not-visible': 'is not shown to this token',
  'not-in-repository': 'is not stated in this repository',
  'parse-problem': 'stands in a file that could not be read',
};

/** `var.encrypted has no value here`. */
export const sentenceOf = (reason: UnknownReason): string => `${reason.subject ?? 'the value'} ${phrases[reason.code]}`;
