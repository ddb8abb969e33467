import type { Fact, FactList } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { Place } from '../place.ts';
import { secretInCode } from './shared.ts';

/** Something that is written in the build. */
export interface Written {
  text: string;
  at: Place;
}

export const containerImage = defineKind({
  name: 'container-image',
  about: 'An image for containers, by the file it is built from.',
  plural: 'container images',
  inventory: true,
  traits: {
    startsAsRoot: trait<Fact<boolean>>('Whether what ships starts as root where nobody says otherwise.'),
    movingBases: trait<FactList<Written>>('Images it is built on whose name stands for another one tomorrow.'),
    uncheckedConnections: trait<FactList<Written>>('Commands and settings that switch off the check of who answers.'),
    uncheckedPackages: trait<FactList<Written>>('Commands that install packages without checking who signed them.'),
    remoteFiles: trait<FactList<Written>>('Files that it takes from the network without a checksum.'),
    opensSsh: trait<Fact<boolean>>('Whether what ships offers logins over the network.'),
    usesSudo: trait<Fact<boolean>>('Whether what ships was made with a program that hands out root.'),
    setsPasswords: trait<Fact<boolean>>('Whether passwords of accounts are written into what ships.'),
    healthChecked: trait<Fact<boolean>>('Whether it says how one sees that it is well.'),
    secretArguments: trait<FactList<Written>>('Secrets that a build takes as arguments or variables of what ships.'),
    keyFiles: trait<FactList<Written>>('Files with keys or passwords that are copied into what ships.'),
    openPackages: trait<FactList<Written>>('Packages that a build installs in whatever version is the newest.'),
    secretInCode,
  },
});
