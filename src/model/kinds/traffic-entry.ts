import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { accessLogged, deletionProtected, minimumTlsVersion } from './shared.ts';

export const trafficEntry = defineKind({
  name: 'traffic-entry',
  about: 'Where requests enter: a load balancer, its listener, a distribution, a gateway, a proxy.',
  plural: 'entries for traffic',
  inventory: true,
  traits: {
    encryptedOnEntry: trait<Fact<boolean>>(
      'Whether requests reach it encrypted, and those that don’t are only sent to where they are.',
    ),
    filtered: trait<Fact<boolean>>('Whether a firewall for web applications looks at requests before they come in.'),
    dropsInvalidHeaders: trait<Fact<boolean>>('Whether header lines that break the rules of HTTP are left out.'),
    usesEveryZone: trait<Fact<boolean>>('Whether it hands requests to servers in every availability zone.'),
    encryptedBehind: trait<Fact<boolean>>('Whether it speaks encrypted with what stands behind it.'),
    weakCiphersAccepted: trait<Fact<boolean>>(
      'Whether it takes ciphers that are broken, or that don’t protect what was recorded before a key was lost.',
    ),
    minimumTlsVersion,
    deletionProtected,
    cacheEncrypted: trait<Fact<boolean>>('Whether answers that it keeps for a while are encrypted.'),
    accessLogged,
  },
});
