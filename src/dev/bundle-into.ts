import { transform } from 'esbuild';
import { rolldown } from 'rolldown';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { licencesOf } from './licences-of.ts';

/**
 * Bundles the command line, the Action and the library into a folder. The same sources give the same bytes. What a run always
 * needs is one chunk, and so is Terraform: forty small files take longer to find than to run.
 */
export async function bundleInto(folder: string): Promise<void> {
  const bundle = await rolldown({
    input: {
      cli: 'src/cli/main.ts',
      action: 'src/action/main.ts',
      index: 'src/api.ts',
      rule: 'src/rule/rule.ts',
    },
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    preserveEntrySignatures: 'allow-extension',
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await bundle.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    codeSplitting: { groups: chunks },
  });
  await bundle.close();
  for (const part of output) {
    if (part.type !== 'chunk') continue;
    const path = join(folder, part.fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await small(part.code));
  }
  const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  writeFileSync(join(folder, 'third-party-licences.txt'), licencesOf(modules));
  chmodSync(join(folder, 'cli.js'), 0o755);
}

const chunks = [
  { name: 'start', test: /src\/(?:version|config\/usage-error|cli\/args)\.ts$/, priority: 3 },
  {
    name: 'core',
    test: /src\/(?:engine\/scan|io\/scan-folder|report\/(?:index|text|hook)|cli\/scan-command|subjects\/(?:read|links|index|versions|mapping|stated|traits-of-part))\.ts$|rules\/index\.ts$/,
    priority: 2,
  },
  {
    name: 'terraform',
    test: /src\/(?:dialects\/terraform\/(?!index)|parse\/hcl\/)/,
    includeDependenciesRecursively: false,
    priority: 1,
  },
  // Two languages, one way to work programs out, and its parser.
  {
    name: 'programs',
    test: /src\/(?:dialects\/(?:programs\/(?!sniff)|(?:pulumi|cdk)\/(?!index))|parse\/typescript)|node_modules\/@babel\/parser/,
    includeDependenciesRecursively: false,
    priority: 1,
  },
  {
    name: 'branches',
    test: /src\/subjects\/(?:branch-rules?|tag-rules|trust-policy|hosted-|deployment-|cloud-account|repository)[\w-]*\/(?!terraform|aws|azure|google)/,
    priority: 2,
  },
  // What is known about clusters, which Terraform states too: manifests don't load the clouds for it.
  {
    name: 'clusters',
    test: /src\/(?:dialects\/kubernetes\/kinds|subjects\/(?:kubernetes-|image-name|workload|cluster-|service-account))/,
    includeDependenciesRecursively: false,
    priority: 3,
  },
  // What is known about clouds, with all that it needs: CloudFormation reads it without Terraform.
  { name: 'clouds', test: /src\/subjects\/terraform\.mappings\.ts$/, priority: 1 },
];

/** Without what only people read, and in ASCII: Node reads that fastest. */
async function small(code: string): Promise<string> {
  const options = {
    format: 'esm',
    target: 'node20',
    charset: 'ascii',
    minifySyntax: true,
    minifyWhitespace: true,
  } as const;
  return (await transform(code, { ...options, legalComments: 'none' })).code;
}
