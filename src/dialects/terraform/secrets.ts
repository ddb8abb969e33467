import type { Value } from '../../model/value.ts';

const secretName =
  /^(?:.*_)?(?:password|passwd|passphrase|secret|secret_key|secret_string|secret_data|token|private_key|private_key_pem|access_key|api_key|auth_token|connection_string|credentials|shared_key|certificate_body_key)$/;
// Names that end like a secret's and hold none.
const plainName = /^(?:.*_)?(?:manage_master_user_password|update_access_key|public_access_key)$/;

/** Marks the text of an attribute whose name says that it is a secret. */
export function markSecret(value: Value, name: string): Value {
  if (value.secret || !secretName.test(name) || plainName.test(name)) return value;
  if (value.type === 'string' || value.type === 'unknown') return { ...value, secret: true };
  if (value.type === 'list')
    return {
      ...value,
      items: value.items.map((item) => (item.type === 'string' ? { ...item, secret: true as const } : item)),
    };
  return value;
}
