import { ADA, BEN, EVA, PROD } from './company.js';

const CHIEF = 'ina.holt@shop.example';

/**
 * The decisions file of the demo, as the shop's control owners would keep it in git: of the month's 63 exceptions some are
 * decided. One decision has expired, one is about another month, one was made by the person it is about.
 */
export const DECISIONS = `# What the control owners of the demo decided. Exceptions that are not named here are undecided.
decisions:
  - exception: PRIV-03-fc449ed19367
    disposition: expected-break-glass
    reason: Checkout was down; the emergency role was taken for incident INC-2047 and given back within 40 minutes.
    ticket: INC-2047
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-26
    expires: 2027-10-31

  # What was done in that emergency did not go through the pipeline.
  - match: { query: CHG-03, account: "${PROD}", from: 2026-10-23T21:00Z, to: 2026-10-23T22:00Z }
    disposition: expected-break-glass
    reason: Three changes for incident INC-2047, reviewed the next working day.
    ticket: INC-2047
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-26
    expires: 2027-10-31

  # One change of root's contact, in two lines of ROOT-01.
  - match: { query: ROOT-01, account: "${PROD}", from: 2026-10-06T08:00Z, to: 2026-10-06T09:00Z }
    disposition: expected-authorised
    reason: The security contact of the account was changed with the root user, as planned in the ticket.
    ticket: OPS-318
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-07
    expires: 2027-10-31

  - match: { query: LAM-04, account: "${PROD}", resource: webhook-receiver }
    disposition: control-failure-remediated
    reason: The function could be called by everyone for 26 minutes; the permission and the URL were taken back.
    ticket: OPS-331
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-22
    expires: 2026-12-31

  - match: { query: ESM-02, account: "${PROD}", resource: webhook-retry }
    disposition: control-failure-remediated
    reason: The function had been deleted by hand and was made again by the pipeline, and the mapping enabled again.
    ticket: OPS-341
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-29
    expires: 2026-12-31

  - match: { query: ERR-03, account: "${PROD}", actor: hugo.marin }
    disposition: control-failure-remediated
    reason: The contractor took stock of the account with a key he had made himself. His rights and the key were taken away within two hours.
    ticket: OPS-338
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-28
    expires: 2027-10-31

  - exception: NET-02-25954d6a22d3
    disposition: control-failure-open
    reason: Port 22 was open to everyone for 18 minutes. A rule that prevents it is being written.
    ticket: OPS-340
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-28
    expires: 2026-12-31

  # Who decides on an own act is flagged in the reports.
  - exception: LOG-04-00e54c7a0df9
    disposition: expected-authorised
    reason: Logs are kept for 400 days from now on, as the retention policy says.
    ticket: OPS-325
    owner: ${ADA.email}
    approver: ${EVA.email}
    decided-on: 2026-10-13
    expires: 2027-10-31

  # Expired before the month ended: what it is about is undecided again.
  - match: { query: LOG-05, actor: ${EVA.email}, resource: scanner-noise }
    disposition: false-positive-query
    reason: The filter archives findings about our own scanner. To be looked at again after a year.
    owner: ${BEN.email}
    approver: ${CHIEF}
    decided-on: 2025-10-15
    expires: 2026-10-15

  # About a sign-in of September: no exception of this month.
  - exception: AUTH-02-5f0c2d9b71a4
    disposition: expected-authorised
    reason: The user signs in from one address only, and will be removed in October.
    ticket: OPS-297
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-02
    expires: 2026-12-31
`;
