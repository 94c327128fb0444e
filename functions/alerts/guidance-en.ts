import type { Guidance } from './meaning.ts';

// 出口管制法 (in force 2020-12-01) and 两用物项出口管制条例 (State Council Order 792, in force 2024-12-01), with their articles.
export const guidance: Guidance = {
  consequences: {
    'control-list':
      'Exports and transfers of Chinese-origin dual-use items to them are prohibited; ongoing activity stops at once (Export Control Law art. 18; Dual-Use Regulations art. 28).',
    'watch-list':
      'No general licence and no certificate by registration; each export needs a single licence, with risk report and written pledge, and review has no time limit (Dual-Use Regulations art. 26).',
    'unreliable-entity-list':
      'Trade with China, investment in China and entry may be forbidden or restricted, as the announcement says (Provisions on the Unreliable Entity List art. 10).',
    'country-ban':
      'Dual-use exports to these end users and for these end uses are prohibited; whoever passes on Chinese-origin items against the ban is liable, in any country (Export Control Law arts. 10, 44).',
    'item-control':
      'Each export from China needs a MOFCOM licence, to Japan too, with end-user and end-use documents (Export Control Law art. 12; Dual-Use Regulations art. 16); review takes up to 45 working days (art. 17).',
    'item-list':
      'The list decides which goods, software and technology need a licence: a change of codes changes who must apply (Export Control Law arts. 9, 12).',
    'licence-catalogue':
      'Chinese customs releases goods of the catalogue only against a licence (Export Control Law art. 19).',
    'licensing-rule': 'How export licences are applied for, granted or used changes (Export Control Law arts. 12–17).',
  },
  meanings: {
    suspended:
      'Until the suspension ends these requirements are not applied; they remain law and return the day after. All other measures still apply.',
    delisted: 'The list no longer restricts these entities. All other measures still apply to them.',
    ending: 'Unless extended, its requirements end.',
    ended: 'Its requirements no longer apply. All other measures still do.',
    explained: 'An explanation; it alters no duty by itself.',
    easeReported: 'Nothing is eased until the ministry publishes it.',
    unconfirmed: 'No duty follows from a report alone.',
    unread: 'Not known until somebody reads the original.',
  },
  supposing: {
    notExtended: (law) => `Unless extended: ${law}`,
    confirmed: (law) => `Not law until the ministry publishes it. If it comes as reported: ${law}`,
    so: (law) => `If it is what it seems: ${law}`,
  },
  actions: {
    'control-list':
      'Screen customers, end users and open orders against the names below. Hold Chinese-origin dual-use items meant for them, stock in Japan included.',
    'watch-list':
      'Screen customers and end users against the names below. Prepare end-use statements and pledges for Chinese suppliers, and plan for long lead times.',
    'unreliable-entity-list': 'Check contracts, investments and travel with these entities against the announcement.',
    'country-ban':
      'Hold what may reach such end users or uses, wherever it ships from. Get end users and uses from customers in writing; Chinese suppliers will ask.',
    'item-control':
      'Match what you buy from China against the codes below. Ask suppliers when they apply for the licence; check stock and lead times.',
    'item-list': 'Re-check the classification of what you buy from China against the new list.',
    'licence-catalogue':
      'Check the codes of what you buy from China against the new catalogue before the next shipment.',
    'licensing-rule': 'Check pending and planned licence applications with your Chinese suppliers.',
  },
  doings: {
    eased: 'Before you resume anything, check what else applies (related measures below), and note the dates.',
    endsSoon:
      'Decide now what must leave China before that day; have suppliers apply for licences in time, as review takes up to 45 working days.',
    explained: 'Check whether it concerns orders or applications of yours.',
    reported:
      'List the orders that it would hit. Do not act on names or dates of the press: we tell you when the ministry confirms it, or after 72 hours when it has not.',
    unconfirmed: 'Keep it in mind, and do not rely on it.',
    unclear: 'Read the original now (address below). What we read of it may be incomplete.',
  },
};
