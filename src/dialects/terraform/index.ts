import type { Dialect } from '../dialect.ts';

/** Terraform and OpenTofu: configuration in both syntaxes, files of values, lock files. */
export const terraform: Dialect = {
  name: 'terraform',
  claims: (path) =>
    /\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(path) || path.endsWith('.terraform.lock.hcl') ? 'yes' : 'no',
  load: () => import('./read.ts'),
};
