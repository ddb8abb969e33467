const head = (title: string, criteria: string) => `---
title: ${title}
owner: Head of Security
approver: Chief Executive
version: 1.1
classification: internal
effective: 2024-02-01
last_reviewed: 2026-02-10
next_review: 2027-02-10
review_cadence: annual
criteria: [${criteria}]
---

# ${title}
`;

const versions = `
## Review and version history

| Version | Date | Change | Approved by |
|---|---|---|---|
| 1.1 | 2026-02-10 | Yearly review | Chief Executive |
`;

/** Policies in good order that Acme Cloud has no need of. */
export const furtherPolicies: { readonly [path: string]: string } = {
  'docs/policies/privacy.md': `${head('Privacy policy', 'P1.1, P2.1, P3.1, P4.1, P5.1, P6.1, P7.1, P8.1')}
## What is collected

We collect names, addresses and the amounts on invoices, and only what is needed for them.

## Purpose

It is used to send invoices and to book payments, for no other purpose.

## Consent

For news about the product we ask for explicit consent, which can be withdrawn in the settings.

## Retention

It stays for as long as the retention policy says.

## Sharing

We disclose it to those on the list of vendors, under contract.

## Your rights

Everybody may see what is stored on them and have it corrected, once we have checked their identity. Requests are answered within 30 days.

## Upkeep

Before each invoice goes out, the name on it is checked, so that all of it is accurate.

## Contact

Write to privacy@acme.example.

## Amendments

Customers hear of amendments thirty days before they hold.

## Complaints

A complaint goes to the Head of Security first, and to the authority where that does not help.
${versions}`,
  'docs/policies/processing-integrity.md': `${head('Processing integrity policy', 'PI1.1, PI1.2, PI1.3, PI1.4, PI1.5')}
## Definitions

What an invoice is and which fields it has is laid down by a specification that customers can read.

## Input

Every invoice is held against the schema before it is taken in, and refused with a reason where it is not whole.

## Errors

What cannot be processed goes to a queue of its own. The platform team looks at it every day.

## Reconciliation

Each night the sums taken in are held against the sums sent out.

## Output

Each month a sample of what went out is looked at by somebody who did not build it.

## Storage

Invoices are written once and never changed; a copy is made each day.
${versions}`,
  'docs/policies/remote-access.md': `${head('Remote access policy', 'CC6.1, CC6.6, CC6.7')}
## Ways in

The only approved way into production from afar is the bastion of the platform team.

## Second factor

Everyone proves who they are with a hardware key, on each day anew.

## State of the laptop

Only laptops that the device management calls healthy get in: encrypted, with the newest patches.

## Limits

After one hour without a key press the session ends, after eight hours in any case.

## Records

What is typed there is logged, and kept with the other logs.
${versions}`,
};
