import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { hasPublicAddress, measuredClosely, runsAsDefault, secretInCode, startVerified } from './shared.ts';

export const computeInstance = defineKind({
  name: 'compute-instance',
  about: 'A virtual machine, or the template that machines are started from.',
  plural: 'machines and their templates',
  inventory: true,
  traits: {
    metadataNeedsToken: trait<Fact<boolean>>('Whether its credentials are only handed out for a session token.'),
    hasPublicAddress,
    measuredClosely,
    secretInCode,
    passwordLogin: trait<Fact<boolean>>('Whether one can sign in to it with a password.'),
    sharedKeysSignIn: trait<Fact<boolean>>('Whether keys that open every machine of a project open it, too.'),
    centralLogin: trait<Fact<boolean>>('Whether what is said about central sign-in leaves it switched on.'),
    startVerified,
    serialConsole: trait<Fact<boolean>>('Whether its console can be reached over the network, past every firewall.'),
    forwardsPackets: trait<Fact<boolean>>('Whether it may send and take traffic that is not its own.'),
    takesUpdates: trait<Fact<boolean>>('Whether it installs updates of its system by itself.'),
    runsAsDefault,
    mayUseEveryApi: trait<Fact<boolean>>('Whether its access scopes leave every API open to it.'),
  },
});
