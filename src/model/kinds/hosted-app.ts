import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const hostedApp = defineKind({
  name: 'hosted-app',
  about: 'An application that a platform runs without machines to look after: a web app, a function app.',
  plural: 'hosted applications',
  inventory: true,
  traits: {
    remoteDebugging: trait<Fact<boolean>>('Whether a debugger can be attached to it from outside.'),
    plainFileTransfer: trait<Fact<boolean>>('Whether its files can be changed over FTP without encryption.'),
    everySiteTrusted: trait<Fact<boolean>>('Whether pages of every site may read its answers with a browser.'),
    errorsKept: trait<Fact<boolean>>('Whether the pages of its errors are kept as the server made them.'),
    failuresTraced: trait<Fact<boolean>>('Whether the steps of requests that fail are recorded.'),
    hasIdentity: trait<Fact<boolean>>('Whether it has an identity of its own at the cloud.'),
  },
});
