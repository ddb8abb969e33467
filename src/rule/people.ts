/** Who is named, each by name and by the role in brackets behind: `Jane Roe (CTO), Head of Security` are two people. */
export const peopleIn = (text: string): readonly (readonly string[])[] =>
  text
    .split(/\s*(?:,|;|\/|&|\band\b)\s*(?![^()]*\))/)
    .filter((one) => one.trim() !== '')
    .map((one) =>
      [
        one.replace(/\([^)]*\)/g, ' '),
        ...[...one.matchAll(/\(([^)]*)\)/g)].flatMap(([, role = '']) => role.split(/[,;]| - /)),
      ]
        .map(plain)
        .filter((name) => name !== ''),
    );

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /, '')
    .trim();
