import { createHash } from 'node:crypto';
import { outside, plain, text, wrong, type FunctionDefinition } from './definition.ts';

const hashed = (algorithm: string, encoding: 'hex' | 'base64'): FunctionDefinition =>
  plain(1, 1, ([s]) => createHash(algorithm).update(text(s)).digest(encoding));

/** https://developer.hashicorp.com/terraform/language/functions#hash-and-crypto-functions */
export const hashFunctions: Record<string, FunctionDefinition> = {
  base64sha256: hashed('sha256', 'base64'),
  base64sha512: hashed('sha512', 'base64'),
  bcrypt: outside(1, 2),
  md5: hashed('md5', 'hex'),
  // Needs a private key, and its result would be a secret.
  rsadecrypt: outside(2, 2),
  sha1: hashed('sha1', 'hex'),
  sha256: hashed('sha256', 'hex'),
  sha512: hashed('sha512', 'hex'),
  uuid: outside(0, 0),
  uuidv5: plain(2, 2, ([namespace, name]) => uuidV5(text(namespace), text(name))),
};

// RFC 4122, appendix C: https://datatracker.ietf.org/doc/html/rfc4122#appendix-C
const namespaces: Record<string, string> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
};

function uuidV5(namespace: string, name: string): string {
  const id = (Object.hasOwn(namespaces, namespace) ? namespaces[namespace]! : namespace).replaceAll('-', '');
  if (!/^[0-9a-fA-F]{32}$/.test(id)) throw wrong('dns, url, oid, x500 or a UUID as the namespace');
  const bytes = createHash('sha1').update(Buffer.from(id, 'hex')).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
