import * as fc from 'fast-check';

// Random HCL: syntax trees as small texts, put together with white space and comments between the tokens.

const name = fc.constantFrom('a', 'b', 'var', 'each', 'x_1', 'with-dash', 'été', 'form', 'ifs', 'inner');
const space = fc.constantFrom('', ' ', '  ', '\t', ' /* c */ ');
const gap = fc.constantFrom(' ', '  ', '\t', ' /* c # " ${ */ ');
/** Between the tokens inside of brackets, where line ends are space. */
const wide = fc.constantFrom('', ' ', '\n', '\n  ', ' # c "\n', ' // ${c}\n ', ' /* c\n */ ', '\r\n');

const number = fc.constantFrom('0', '7', '42', '1.50', '1e3', '2E-2', '1.5e+10');
const plainText = fc.string({
  unit: fc.constantFrom('a', 'Z', ' ', '$', '%', '{', '}', '~', '#', '/', "'", 'é', '日', '😀', '.', '-', '='),
  maxLength: 8,
});
const escape = fc.constantFrom(
  '\\n',
  '\\t',
  '\\r',
  '\\"',
  '\\\\',
  'e\u0301',
  '\\u00e9',
  '\\U0001F600',
  '$${',
  '%%{',
  '$${x}',
);
/** Legacy indexes and splats don't follow each other. */
const onlyOnce = (steps: readonly string[]): string[] => {
  const first = steps.findIndex((step) => step === '.0' || step === '.*');
  return steps.filter((step, i) => i <= first || (step !== '.0' && step !== '.*'));
};

/** Text without sequences that begin by chance where two parts meet. */
const tame = plainText.map((text) => text.replace(/[$%]+(?=\{|$)/g, '_'));

export interface Depth {
  expression: string;
  object: string;
  template: string;
}

const { expression } = fc.letrec<Depth>((tie: fc.LetrecTypedTie<Depth>) => {
  const strip = fc.constantFrom('', '', '', '~');
  const interpolation = fc
    .tuple(strip, wide, tie('expression'), wide, strip)
    .map(([a, s, e, t, b]) => `\${${a}${s}${e}${t}${b}}`);
  const directive = (word: string, before: string, after: string): string => `%{${before} ${word} ${after}}`;
  const conditionalPart = fc
    .tuple(strip, strip, tie('expression'), tie('template'), fc.boolean(), tie('template'))
    .map(([a, b, e, yes, hasElse, no]) =>
      [
        directive(`if ${e}`, a, b),
        yes,
        ...(hasElse ? [directive('else', b, a), no] : []),
        directive('endif', a, b),
      ].join(''),
    );
  const loopPart = fc
    .tuple(strip, strip, name, fc.option(name), tie('expression'), tie('template'))
    .map(([a, b, value, key, e, body]) =>
      [directive(`for ${key ? `${key}, ` : ''}${value} in ${e}`, a, b), body, directive('endfor', b, a)].join(''),
    );
  const binaryOperator = fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||');
  const list = (open: string, close: string, items: fc.Arbitrary<string>) =>
    fc.tuple(fc.array(fc.tuple(wide, items, wide), { maxLength: 3 }), wide, fc.boolean()).map(([all, end, comma]) => {
      const inside = all.map(([a, item, b]) => a + item + b).join(',');
      return `${open}${inside}${comma && all.length > 0 ? ',' : ''}${end}${close}`;
    });
  const step = fc.oneof(
    fc.tuple(space, name).map(([s, n]) => `${s}.${s}${n}`),
    fc.tuple(wide, tie('expression'), wide).map(([a, e, b]) => `[${a}${e}${b}]`),
    fc.constantFrom('[0]', '["k"]', '.0', '[*]', '.*', '[ * ].id'),
  );
  const objectKey = fc.oneof(
    name,
    number.filter((n) => n.length < 5),
    tie('template').map((t) => `"${t}"`),
    tie('expression').map((e) => `(${e})`),
  );
  return {
    template: fc
      .array(
        fc.oneof({ withCrossShrink: true, depthSize: 'small' }, tame, escape, interpolation, conditionalPart, loopPart),
        { maxLength: 3 },
      )
      .map((parts) => parts.join('')),
    object: fc
      .array(
        fc.tuple(
          objectKey,
          fc.constantFrom('=', ':', ' = ', ' :  '),
          tie('expression'),
          fc.constantFrom(',', '\n', ', # c\n', ',\n', ' # c\n'),
        ),
        {
          maxLength: 3,
        },
      )
      .map((entries) => `{\n${entries.map(([k, s, v, end]) => `${k}${s}${v}${end}`).join('')}}`),
    expression: fc.oneof(
      { depthSize: 'small', maxDepth: 5, withCrossShrink: true },
      name,
      number,
      fc.constantFrom('true', 'false', 'null', '""', '[]', '{}', 'f()', 'provider::a::b()'),
      tie('template').map((t) => `"${t}"`),
      fc.tuple(name, fc.array(step, { maxLength: 3 })).map(([n, steps]) => n + onlyOnce(steps).join('')),
      fc
        .tuple(tie('expression'), space, binaryOperator, space, tie('expression'))
        .map(([a, s, o, t, b]) => `${a}${o === '-' ? ' ' : s}${o}${t}${b}`),
      fc.tuple(fc.constantFrom('-', '!', '- ', '!!'), tie('expression')).map(([o, e]) => o + e),
      fc
        .tuple(tie('expression'), gap, tie('expression'), tie('expression'))
        .map(([c, s, a, b]) => `${c}${s}?${s}${a}${s}:${s}${b}`),
      fc
        .tuple(wide, tie('expression'), wide, fc.array(step, { maxLength: 1 }))
        .map(([a, e, b, s]) => `(${a}${e}${b})${s.join('')}`),
      list('[', ']', tie('expression')),
      list('f(', ')', tie('expression')),
      tie('expression').map((e) => `g(1, ${e}...)`),
      tie('object'),
      fc
        .tuple(wide, name, fc.option(name), tie('expression'), tie('expression'), fc.option(tie('expression')))
        .map(
          ([w, v, k, c, e, test]) =>
            `[${w}for ${k ? `${k},${w}` : ''}${v} in ${c}${w}:${w}${e}${test ? `${w} if ${test}` : ''}${w}]`,
        ),
      fc
        .tuple(
          wide,
          name,
          tie('expression'),
          tie('expression'),
          tie('expression'),
          fc.boolean(),
          fc.option(tie('expression')),
        )
        .map(
          ([w, v, c, k, e, group, test]) =>
            `{${w}for ${v} in ${c}${w}:${w}${k}${w}=>${w}${e}${group ? `${w}...` : ''}${test ? ` if ${test}` : ''}${w}}`,
        ),
    ),
  };
});

const heredoc = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.array(
      fc.tuple(
        fc.constantFrom('', ' ', '    ', '\t', '\u00a0 '),
        fc.array(
          fc.oneof(
            tame,
            fc.constantFrom(
              '$${',
              '%%{',
              '"',
              '\\n',
              '${a}',
              '${~ a ~}',
              '${a ~}',
              '%{ if a ~}x%{ endif }',
              '%{~ for a in b }',
              '%{ endfor ~}',
            ),
          ),
          {
            maxLength: 3,
          },
        ),
      ),
      { maxLength: 5 },
    ),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '  '),
  )
  .map(([dash, lines, newline, indent]) => {
    let text = lines.map(([spaces, parts]) => spaces + parts.join('')).join(newline);
    // Each directive needs its other half.
    const opened = text.split('%{~ for').length - 1;
    const closed = text.split('%{ endfor').length - 1;
    text =
      opened > closed
        ? text + '%{ endfor ~}'.repeat(opened - closed)
        : '%{~ for a in b }'.repeat(closed - opened) + text;
    return `<<${dash}EOT${newline}${text}${newline}${indent}EOT`;
  });

const attribute = fc
  .tuple(name, space, fc.oneof({ arbitrary: expression, weight: 4 }, heredoc))
  .map(([n, s, e]) => `${n}${s}=${s}${e}`);

/** A body with attributes of names of their own, blocks with labels, and comments. */
const { body } = fc.letrec<{ body: string }>((tie) => ({
  body: fc
    .array(
      fc.oneof(
        { depthSize: 'small', maxDepth: 3 },
        attribute,
        fc.constantFrom('# comment', '// comment', '/* a\n comment */', ''),
        fc
          .tuple(
            name,
            fc.array(fc.oneof(name, fc.constantFrom('"label"', '"a b"', '"é"')), { maxLength: 2 }),
            gap,
            tie('body'),
          )
          .map(([n, labels, s, inner]) => `${[`block_${labels.length}_${n}`, ...labels].join(s)}${s}{\n${inner}}`),
        expression.map((e) => `block_line { only = ${e} }`),
      ),
      { maxLength: 4 },
    )
    .map((items) => items.map((item, i) => `${item.replace(/^(?!block_|#|\/|$)/, `n${i}_`)}\n`).join('')),
}));

/** Whole files that HashiCorp's parser accepts, or nearly all of them. */
export const file = body;
export { expression };

const fragments = [
  '"',
  '${',
  '%{',
  '}',
  '{',
  '[',
  ']',
  '(',
  ')',
  '<<EOT\n',
  '<<-X\n',
  'EOT\n',
  'X\n',
  '\n',
  '\r\n',
  ' ',
  '=',
  '==',
  '=>',
  ':',
  '::',
  '?',
  ',',
  '.',
  '...',
  '*',
  '/',
  '//',
  '/*',
  '*/',
  '#',
  '~',
  '\\',
  '\\u12',
  '$',
  '$$',
  '%%',
  'a',
  'for',
  'in',
  'if',
  'else',
  'endif',
  'endfor',
  'null',
  'true',
  '1',
  '0.5',
  '1e',
  '-',
  '!',
  '!=',
  '&&',
  '||',
  '&',
  '|',
  '\t',
  '\u00a0',
  '\ufeff',
  'é',
  '😀',
  "'",
  ';',
  '`',
  '@',
  '\u0001',
  '\v',
];
/** Texts that are mostly wrong. */
export const soup = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join(''));

/** Files with one small damage. */
export const damaged = fc
  .tuple(file, fc.nat(), fc.nat(3), fc.oneof(fc.constantFrom(...fragments), fc.constant('')))
  .map(([text, position, removed, added]) => {
    const characters = [...text];
    characters.splice(position % (characters.length + 1), removed, added);
    return characters.join('');
  });
