import type { Fact, FactList, NotApplicable } from '../fact.ts';
import { trait } from '../kind.ts';
import type { Region } from '../geography.ts';
import type { Place } from '../place.ts';
import type { Finding } from './workflow-job.ts';

// Traits that several kinds have. A trait name means one thing everywhere, so these are declared once.

export const untrustedInScripts = trait<readonly Finding[]>(
  'Expressions that a stranger controls, pasted into a script.',
);
export const pipedScripts = trait<readonly Finding[]>('Scripts from the network that are run unseen.');
export const alwaysTrueConditions = trait<readonly Finding[] | undefined>(
  'Conditions that hold whatever their expression comes to, as text stands beside it; undefined: it has no conditions.',
);
export const substringConditions = trait<readonly Finding[] | undefined>(
  'Conditions that look for a value in a text instead of a list, so that any part of the text will do; undefined: it has no conditions.',
);
export const openVersions = trait<readonly Finding[] | undefined>(
  'Packages installed by name in whatever version is the newest; undefined: none is installed by name.',
);
export const hiddenMeaning = trait<readonly Finding[] | NotApplicable>(
  'Places where what a step does is written in a way that hides it.',
);
export const looseInstalls = trait<readonly Finding[] | undefined>(
  'Packages installed by name and version, past any lock file; undefined: none is.',
);
export const latestTools = trait<readonly Finding[] | undefined>(
  'Set-up actions that are told, or left, to fetch the newest release of a tool; undefined: none fetches a tool.',
);
export const publishTokens = trait<readonly Finding[] | undefined>(
  'Publishing of packages with a token that is stored as a secret; undefined: it publishes none.',
);
export const thisRepository = trait<Fact<boolean>>(
  'Whether it belongs to the scanned repository, and not to another one.',
);
export const notHeld = trait<FactList<string>>('What files state of it and the forge, asked itself, does not hold.');
export const encryptedAtRest = trait<Fact<boolean>>('Whether what is stored is encrypted on disk, by whosever key.');
export const encryptedWithOwnKey = trait<Fact<boolean>>(
  'Whether it is encrypted with a key of the customer’s own in a key service.',
);
export const requiresTls = trait<Fact<boolean>>('Whether connections that are not encrypted are refused.');
export const minimumTlsVersion = trait<Fact<string>>('The oldest TLS version it accepts, as `1.0` to `1.3`.');
export const versioned = trait<Fact<boolean>>('Whether former versions of what is stored are kept.');
export const accessLogged = trait<Fact<boolean>>('Whether requests to it are logged.');
export const replicated = trait<Fact<boolean>>('Whether a copy is kept in another region.');
export const deletionProtected = trait<Fact<boolean>>('Whether deleting it by mistake is prevented or can be undone.');
export const spreadOverZones = trait<Fact<boolean>>('Whether it goes on when one availability zone fails.');
export const publiclyReachable = trait<Fact<boolean>>('Whether it has an address that the internet reaches.');
export const backupDays = trait<Fact<number>>('How many days automatic backups are kept; 0: there are none.');
export const pointInTimeRecovery = trait<Fact<boolean>>('Whether it can be restored to any moment of the last days.');
export const publicByPolicy = trait<Fact<boolean>>('Whether a policy, binding or container setting lets everyone in.');
export const openNetwork = trait<Fact<boolean>>('Whether its firewall lets every network reach it.');
export const sharedKeysAccepted = trait<Fact<boolean>>(
  'Whether a key that is not bound to a person or workload opens it.',
);
/** A port that is offered, and where that is written. */
export interface OfferedPort {
  port: number;
  at: Place;
}

export const openDataPorts = trait<FactList<OfferedPort>>(
  'Ports of data stores that it offers to more than its own network or machine.',
);
export const trafficLimited = trait<Fact<boolean>>('Whether a policy says for all its pods who may talk to them.');
export const secretInCode = trait<Fact<boolean>>('Whether a password or secret value of it is written in the code.');
export const inBackupPlan = trait<Fact<boolean>>('Whether a backup plan or policy takes copies of it.');
export const activityLogged = trait<Fact<boolean>>(
  'Whether it sends a log of what happens in it to where logs are kept.',
);
export const recordsKeptDays = trait<Fact<number>>(
  'How many days the records that it makes are kept where they go; infinity: until someone deletes them.',
);
export const expires = trait<Fact<boolean>>('Whether the code says on which day it stops working.');
export const supportedUntil = trait<Fact<{ day: string; final: boolean }>>(
  'The day, as YYYY-MM-DD, after which its version gets no more security fixes; whether that day is final or only announced.',
);
export const hasPublicAddress = trait<Fact<boolean>>('Whether it is given an address of the internet.');
export const measuredClosely = trait<Fact<boolean>>('Whether its load is measured every minute.');
export const grantsEveryAction = trait<Fact<boolean>>('Whether a policy of it allows every action at once.');
export const toSinglePerson = trait<Fact<boolean>>('Whether it goes to one user instead of a group or a role.');
export const runsAsDefault = trait<Fact<boolean>>('Whether it runs as the project’s default service account.');
export const startVerified = trait<Fact<boolean>>(
  'Whether what it starts from is measured, so that a change of it shows.',
);
export const inDefaultNamespace = trait<Fact<boolean>>(
  'Whether it lies in the namespace that everything falls into which names none.',
);
export const region = trait<Fact<Region>>('Where what is stored lies: the region, and what that is a part of.');
export const secondFactorRequired = trait<Fact<boolean>>(
  'Whether nobody gets in by a password alone: a second factor is asked for.',
);
export const tokenMounted = trait<Fact<boolean>>('Whether pods are given a key to the control plane of their cluster.');
