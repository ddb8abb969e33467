import type { Dialect } from '../dialect.ts';

/** Terraform and OpenTofu: configuration in both syntaxes, files of values, lock files, and plans as JSON. */
export const terraform: Dialect = {
  name: 'terraform',
  claims: (path) => {
    if (/\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(path) || path.endsWith('.terraform.lock.hcl')) return 'yes';
    // A plan has a name of its own; what is known to be something else is not opened.
    return path.endsWith('.json') &&
      !/(?:^|\/)(?:package(?:-lock)?|tsconfig[\w.-]*|composer|renovate)\.json$/.test(path)
      ? 'maybe'
      : 'no';
  },
  // https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
  sniff: (_path, head) =>
    /^\s*\{/.test(head) && head.includes('"format_version"') && /"(?:planned_values|resource_changes)"/.test(head),
  load: () => import('./read.ts'),
};
