import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'apps-have-no-side-doors',
  title: 'Hosted applications can’t be debugged or changed from outside',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Nobody reads the memory of a running application, or swaps its files, beside the way it is released.',
    'CC6.6': 'The only way in from the internet is the one that is meant for its users.',
    'CC6.7': 'Files and passwords of the application don’t cross the network in the clear.',
  },
  do: 'Switch remote debugging off once the fault is found, and set ftps_state to "Disabled" or "FtpsOnly".',
  aspects: {
    debugger: { checkov: ['CKV_AZURE_72'] },
    ftp: { checkov: ['CKV_AZURE_78'] },
  },
  on: on('hosted-app'),
  check: ({ name, traits: { remoteDebugging, plainFileTransfer } }) => ({
    debugger: expect(remoteDebugging, (on) => !on, `${name} lets a debugger in from outside.`, {
      label: 'remote debugging',
    }),
    ftp: expect(plainFileTransfer, (on) => !on, `${name} takes files over FTP without encryption.`, {
      label: 'FTP in the clear',
    }),
  }),
});
