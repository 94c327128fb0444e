/** The receivers that messages are passed on to, by the form that each shows. */
export const receiverKinds = ['slack', 'teams', 'https'] as const;
export type ReceiverKind = (typeof receiverKinds)[number];
