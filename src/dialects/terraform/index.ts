import type { Dialect } from '../dialect.ts';

/** Terraform and OpenTofu: configuration in both syntaxes, values, lock files, and plans as JSON. */
export const terraform: Dialect = {
  name: 'terraform',
  claims: (path) => {
    if (/\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(path) || path.endsWith('.terraform.lock.hcl')) return 'yes';
    return path.endsWith('.json') ? 'maybe' : 'no';
  },
  // https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
  sniff: (_path, head) =>
    /^\s*\{/.test(head) &&
    head.includes('"format_version"') &&
    (head.includes('"planned_values"') || head.includes('"resource_changes"')),
  load: () => import('./read.ts'),
};
