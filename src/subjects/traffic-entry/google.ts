import type { Resource } from '../../dialects/dialect.ts';
import { anyItem, byDefault, known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const byPlatform = notApplicable('the platform has no such setting, or it is not read here');
const source = 'https://cloud.google.com/load-balancing/docs/ssl-policies-concepts';
const byBackend = notApplicable('the backend service says so');

const byPolicy = notApplicable('its policy is judged by itself, or the version where it has none');

// https://cloud.google.com/load-balancing/docs/ssl-policies-concepts#defining_an_ssl_policy
function weakCiphers(policy: Resource): Fact<boolean> {
  const own = reader(policy);
  const profile = own.string('profile', { value: 'COMPATIBLE', source });
  if (profile.known && profile.value === 'CUSTOM')
    return anyItem(own.strings('custom_features'), (cipher) => cipher.startsWith('TLS_RSA_WITH_'));
  return mapFact(profile, (name) => name === 'COMPATIBLE');
}

const versionOf = (policy: Resource): Fact<string> =>
  mapFact(reader(policy).string('min_tls_version', { value: 'TLS_1_0', source }), (name) =>
    name.replace(/^TLS_(\d)_(\d)$/, '$1.$2'),
  );

const policies = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: ['google_compute_ssl_policy', 'google_compute_region_ssl_policy'],
  map: (policy) => ({
    kind: 'traffic-entry',
    provider: 'google',
    ...subjectOf(policy),
    traits: {
      deletionProtected: notApplicable('it has no switch against deletion'),
      cacheEncrypted: notApplicable('what it keeps is encrypted by the service'),
      dropsInvalidHeaders: byPlatform,
      usesEveryZone: byPlatform,
      encryptedBehind: byPlatform,
      encryptedOnEntry: notApplicable('the proxies that use it say so'),
      weakCiphersAccepted: weakCiphers(policy),
      minimumTlsVersion: versionOf(policy),
      filtered: byBackend,
      accessLogged: byBackend,
    },
  }),
});

const secure = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: [
    'google_compute_target_https_proxy',
    'google_compute_target_ssl_proxy',
    'google_compute_region_target_https_proxy',
  ],
  map: (proxy) => ({
    kind: 'traffic-entry',
    provider: 'google',
    ...subjectOf(proxy),
    traits: {
      deletionProtected: notApplicable('it has no switch against deletion'),
      cacheEncrypted: notApplicable('what it keeps is encrypted by the service'),
      dropsInvalidHeaders: byPlatform,
      usesEveryZone: byPlatform,
      encryptedBehind: byPlatform,
      encryptedOnEntry: known(true, proxy.at),
      weakCiphersAccepted: byPolicy,
      minimumTlsVersion: versionOfProxy(proxy),
      filtered: byBackend,
      accessLogged: byBackend,
    },
  }),
});

function versionOfProxy(proxy: Resource) {
  const policy = reader(proxy).value('ssl_policy');
  // Without a policy it takes what the default one takes.
  if (!policy) return byDefault('1.0', proxy.at, source);
  const found = (policy.references ?? []).flatMap(({ address }) => proxy.program.find(address));
  if (found.length > 0) return notApplicable('its policy is judged by itself');
  return unknownFact(
    policy.type === 'unknown'
      ? policy.reason
      : { code: 'not-in-repository', subject: 'the SSL policy', settledBy: 'a google_compute_ssl_policy' },
    policy.at,
    policy.via,
  );
}

const plain = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: ['google_compute_target_http_proxy', 'google_compute_region_target_http_proxy'],
  map: (proxy) => ({
    kind: 'traffic-entry',
    provider: 'google',
    ...subjectOf(proxy),
    traits: {
      deletionProtected: notApplicable('it has no switch against deletion'),
      cacheEncrypted: notApplicable('what it keeps is encrypted by the service'),
      dropsInvalidHeaders: byPlatform,
      usesEveryZone: byPlatform,
      encryptedBehind: byPlatform,
      encryptedOnEntry: onlyRedirects(proxy),
      weakCiphersAccepted: notApplicable('it doesn’t speak TLS'),
      minimumTlsVersion: notApplicable('it doesn’t speak TLS'),
      filtered: byBackend,
      accessLogged: byBackend,
    },
  }),
});

/** Whether its URL map does nothing but send to HTTPS. */
function onlyRedirects(proxy: Resource): Fact<boolean> {
  const map = (reader(proxy).value('url_map')?.references ?? [])
    .flatMap(({ address }) => proxy.program.find(address))
    .find(({ type }) => type.endsWith('url_map'));
  if (!map)
    return unknownFact(
      { code: 'not-in-repository', subject: 'its URL map', settledBy: 'a google_compute_url_map' },
      proxy.at,
    );
  return reader(map).bool('default_url_redirect.https_redirect', {
    value: false,
    source: 'https://cloud.google.com/load-balancing/docs/https/setting-up-http-https-redirect',
  });
}

export default [policies, secure, plain];
