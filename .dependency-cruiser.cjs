/** The layers: imports look down only. See ARCHITECTURE.md. */
const layers = [
  'criteria',
  'model',
  'rule',
  'parse',
  'dialects',
  'subjects',
  'engine',
  'history',
  'evidence',
  'report',
  'config',
  'io',
];
const upward = layers.map((layer, index) => ({
  name: `${layer}-looks-down`,
  comment:
    `src/${layer} may only import the layers below it (${layers.slice(0, index).join(', ') || 'none'}). ` +
    'If it needs something from above, what it needs belongs further down, or is passed in as an argument.',
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: {
    path: [...layers.slice(index + 1), 'cli', 'action', 'dev'].map((above) => `^src/${above}/`),
  },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'shells-stand-apart',
      comment: 'The command line and the Action are two doors to one house: what both need belongs in a layer below.',
      severity: 'error',
      from: { path: '^src/(cli|action)/' },
      to: { path: '^src/(cli|action)/', pathNot: '^src/$1/' },
    },
    {
      name: 'rules-speak-the-rule-language',
      comment:
        'A rule imports src/rule, src/model and src/criteria and nothing else: what it needs to know is a trait.',
      severity: 'error',
      from: { path: '^rules/.+/', pathNot: '^rules/.+/index\\.ts$' },
      to: { pathNot: '^src/(rule|model|criteria)/' },
    },
    {
      name: 'nobody-imports-rules',
      comment: 'Rules are handed to the engine. Only the two doors and the package entry bring them in.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|action|dev)/|^src/api\\.ts$' },
      to: { path: '^rules/' },
    },
    {
      name: 'only-io-touches-the-world',
      comment:
        'File system, processes and network belong in src/io: where a test needs a mock, the function is in the wrong layer.',
      severity: 'error',
      from: { path: '^(src|rules)/', pathNot: '^src/(io|cli|action|dev)/' },
      to: { path: '^(node:)?(fs|fs/promises|child_process|net|http|https|dns|tls|worker_threads)$' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-strangers',
      comment: 'Every package is named in package.json, with its reason in ARCHITECTURE.md.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['unknown', 'npm-no-pkg', 'npm-unknown', 'undetermined'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
