import type { PolicyDocument } from '../../dialects/documents/model.ts';
import type { Contact } from '../../model/kinds/policy-document.ts';

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const purposes: readonly (readonly [purpose: string, words: RegExp])[] = [
  ['reports of vulnerabilities', /\bvulnerabilit(?:y|ies)\b/i],
  [
    'reports of incidents',
    /\b(?:report\w*|notify|contact|tell|told|raise\w*|reach\w*|e-?mail)\b[^]*\b(?:incidents?|breach(?:es)?|security events?|suspicious)\b|\b(?:incidents?|breach(?:es)?|security events?|suspicious)\b[^]*\b(?:report\w*|notify|contact|tell|told|raise\w*|reach\w*|e-?mail)\b/i,
  ],
  ['requests about personal data', /\b(?:privacy|personal (?:data|information)|data subjects?)\b/i],
  ['concerns about conduct', /\b(?:misconduct|whistle-?blow\w*|ethics|code of conduct|conduct)\b/i],
];

/** The addresses of its sentences, each with what the sentence says it is for; one for something else is left out. */
export const contactsIn = ({ tree, path }: PolicyDocument): Contact[] =>
  tree.blocks.flatMap(({ text, span }) =>
    text.split(/(?<=[.;!?])\s+(?=[\p{Lu}])/u).flatMap((sentence): Contact[] => {
      const found = sentence.match(address) ?? [];
      const purpose = purposes.find(([, words]) => words.test(sentence.replace(address, ' ')))?.[0];
      return purpose === undefined
        ? []
        : found.map((one) => ({ purpose, address: one.toLowerCase().replace(/\.$/, ''), at: { file: path, span } }));
    }),
  );
