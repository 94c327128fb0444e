/**
 * One table, two keys. Every partition has one writer, and permissions are given by partition.
 *
 * | partition    | sort                | holds                                    | written by | read by                    |
 * | ------------ | ------------------- | ---------------------------------------- | ---------- | -------------------------- |
 * | `journal`    | `change#00000042`   | a Change; condition: absent              | poll, calendar | all: Query, consistent |
 * | `journal`    | `part#<hash>#0001`  | what does not fit its row, written first | poll, calendar | all: GetItem           |
 * | `journal`    | `packed#00000500`   | the five hundred Changes up to it        | calendar   | all: Query, consistent     |
 * | `source`     | source id           | bookmark and health; condition: revision | poll       | poll: GetItem; notify, calendar: Query |
 * | `archive#<document>` | fingerprint | a page as it was read, compressed        | poll       | people                     |
 * | `annex`      | document            | attachments that a poll asks for; absent | poll       | read-annex: Query          |
 * | `annex#<document>` | hash of an address, or `part#…` | an attachment as it was read | read-annex | poll, read-annex: Query |
 * | `story#42`   | outlet              | who carried a report                     | poll       | notify: Query              |
 * | `waiting`    | instant, source, fingerprint | a report that waits for a second outlet | poll | poll: Query            |
 * | `delivery`   | `mark`              | how far alerts went out, and the claim   | notify     | notify: GetItem            |
 * | `delivery`  | `told#00000042#…`  | what was published when, to how many     | notify     | people                     |
 * | `calendar`  | `health#2026-02-24` | how the sources stood as that day began  | calendar   | people                     |
 * | `calendar`   | `days`, `digest`    | the last day looked at, the last digest  | calendar   | calendar: GetItem          |
 * | `own`      | `part#0001`         | the deployment's own lists, compressed   | people     | notify: Query              |
 */
export const tableKeys = { partition: 'pk', sort: 'sk' } as const;
