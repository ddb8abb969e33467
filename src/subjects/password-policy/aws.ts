import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html
const source = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html';

export default mapping({
  kind: 'password-policy',
  dialect: 'terraform',
  types: ['aws_iam_account_password_policy'],
  map: (policy) => {
    const stated = reader(policy);
    return {
      kind: 'password-policy',
      provider: 'aws',
      ...subjectOf(policy),
      traits: {
        minimumLength: stated.number('minimum_password_length', { value: 6, source }),
        asksForLowerCase: stated.bool('require_lowercase_characters', { value: false, source }),
        asksForUpperCase: stated.bool('require_uppercase_characters', { value: false, source }),
        asksForDigits: stated.bool('require_numbers', { value: false, source }),
        asksForSymbols: stated.bool('require_symbols', { value: false, source }),
        validDays: stated.number('max_password_age', { value: 0, source }),
        remembered: stated.number('password_reuse_prevention', { value: 0, source }),
      },
    };
  },
});
