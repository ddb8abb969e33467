import { known } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
const bounds = ['source_arn', 'source_account', 'principal_org_id', 'event_source_token'];

export default mapping({
  kind: 'service-permission',
  dialect: 'terraform',
  types: ['aws_lambda_permission'],
  map: (permission) => {
    const own = reader(permission);
    const principal = own.optionalString('principal');
    // Accounts, and whoever is not known, are no services.
    if (!principal.known || !/\.amazonaws\.com(\.cn)?$/.test(principal.value ?? '')) return undefined;
    const bound = bounds.flatMap((name) => own.value(name) ?? [])[0];
    return {
      kind: 'service-permission',
      provider: 'aws',
      ...subjectOf(permission),
      traits: { boundToSource: bound ? known(true, bound.at, bound.via) : known(false, permission.at) },
    };
  },
});
