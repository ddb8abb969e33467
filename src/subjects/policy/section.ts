/** Something a policy has to say, and how it is told that it does (in lower case). */
export interface Section {
  name: string;
  /** Words of a heading or a sentence that say it. */
  words: RegExp;
  /** Words that say it in a heading, and in a sentence may stand for something else. */
  heading?: RegExp;
}

export const purpose: Section = {
  name: 'purpose',
  words:
    /\b(?:purpose|aims?|objectives?|goals?|intent|this (?:policy|document|plan) (?:defines|describes|sets|says|outlines|establishes|addresses|provides))\b/,
};
export const scope: Section = {
  name: 'scope',
  words: /\b(?:scope|appl(?:ies|y|icable|icability) (?:to|of)|applicability|covers|everyone who works)\b/,
};
export const exceptions: Section = {
  name: 'exceptions',
  words: /\b(?:exceptions?|exempt(?:ed|ions?)?|waivers?|deviations?)\b/,
};
export const enforcement: Section = {
  name: 'enforcement',
  words:
    /\b(?:enforce\w*|disciplin\w+|sanctions?|violations?|violat\w+|consequences?|terminat\w+ of employment|dismiss\w+|breach of this policy|breaking this policy)\b/,
};
export const section = (name: string, words: RegExp, heading?: RegExp): Section => ({
  name,
  words,
  ...(heading && { heading }),
});
