import { goods } from '../../../lexicon/goods.ts';
import { places } from '../../../lexicon/places.ts';
import { type Vocabulary, words } from './roles.ts';

const named = (japan: boolean): readonly string[] =>
  places
    .filter((place) => (place.code === 'jp') === japan)
    .flatMap((place) => place.en.map((name) => name.replaceAll('.', '\\.')));
const japan = named(true).join('|');
const others = named(false).join('|');
const party =
  '(?:(?:military|defen[cs]e|arms|aerospace|shipbuilding|tech|state|major|leading|dual-use) )*(?:firms?|compan(?:y|ies)|entit(?:y|ies)|organi[sz]ations?|institutions?|universit(?:y|ies)|institutes?|bodies|agenc(?:y|ies)|contractors?|groups|businesses|suppliers|(?:drone |chip |arms |car |auto |parts |satellite )?makers|producers|units|subsidiaries|manufacturers|buyers|military|armed forces|defen[cs]e (?:sector|industry)|users?|end[- ]users?|importers?)';
const before = '(?:the |all |some |any |certain |more |most |several |key |major |leading |dozens of |\\d+ )*';

/** Words of English headlines; each pattern must stand as whole words. */
export const english: Vocabulary = {
  cn: words`
    china; beijing; mofcom; (?:announcements?|notices?|decisions?)(?: no\.? ?\d+(?: of \d{4})?)? (?:on|of|regarding)(?= (?:the )?(?:strengthening|tightening|imposing|implementing|adding|listing|placing|suspension|extension|suspending|extending)); (?:the )?(?:ministry of commerce|commerce ministry|trade ministry);
    (?:china's|chinese) (?:ministry of commerce|(?:commerce|trade) ministry|government|state council|authorities|officials|regulators);
    (?:some )?chinese (?:exporters|suppliers|sellers)
  `,
  cnOf: words`china's; beijing's; chinese; mofcom's`,
  jp: [...named(true), ...words`japan's; tokyo's; mitsubishi; kawasaki heavy; jaxa; fujitsu; subaru`],
  other: [...named(false), ...words`(?:us|u\.s\.|america|taiwan|eu|europe|washington|trump|seoul)'s`],
  toJp: words`
    (?:to|against|on|for|targeting|at|into) ${before}(?:${japan}); (?:${japan}) ${party}; japan-bound;
    mitsubishi \w+ units?
  `,
  toOther: words`
    (?:to|targeting) ${before}(?:${others}); (?:${others}) ${party};
    (?:on|against) ${before}(?:${others}) ${party}
  `,
  toCn: words`
    (?:to|on|against|into|with|in|over|of|from) (?:mainland )?(?:china|beijing)(?!'s);
    china[- ](?:bound|sanctioned|ties|trade|visit|policy|made|linked|based|born);
    chinese (?:firms?|compan(?:y|ies)|entit(?:y|ies)|imports?|goods|tech(?:nology)?|chips?|chipmakers?|buyers|students|tourists|nationals?|drones|cars|evs|investors?|president|leader|premier|foreign minister|ambassador|embassy|coast guard|military)
  `,
  control: words`
    export[- ](?:permits?|approvals?|controls?|bans?|curbs?|restrictions?|limits?|blocks?|freeze|prohibitions?|regime|rules?|clampdown|crackdown|measures?|control measures?|licen[cs](?:es?|ing)(?: (?:rules?|requirements?|regime))?);
    (?:bans?|curbs?|controls?|restrictions?|limits?|prohibitions?|embargo|freeze|checks|scrutiny|grip) (?:on|over|of) (?:the |all |some |any |certain )?(?:exports?|sales?|shipments?|exporting|suppl(?:y|ies));
    (?:bans?|curbs?|controls?|restrictions?|limits?|prohibitions?) (?:on|over)(?= (?:the )?(?:dual|rare|critical|gallium|germanium|antimony|graphite|drone|tungsten|super-?hard|lithium|batter|magnet|samarium|military));
    (?:heightened |stricter |tighter |tougher )?export (?:scrutiny|reviews?|checks?|screening|vetting); (?:export |licen[cs]e |licensing |dual-use )catalogue;
    (?:trade|tech(?:nology)?|minerals?|sales|rare[- ]earths?|magnets?|graphite|gallium|germanium|antimony|tungsten|batter(?:y|ies)|drones?) (?:curbs?|restrictions?|bans?|embargo|controls?|rules?|regime|licen[cs](?:es?|ing));
    embargo(?:es)?; (?<!china |beijing |mofcom |ministry )curbs; restrictions; controls; ban; export control law;
    licen[cs]ing(?: (?:rules?|requirements?|regime|applications?))?; (?:export )?licen[cs]es?; licen[cs]e (?:applications|regime|requirements?|rules?); permits?; permit (?:requirements?|regime|rules?|applications?); de minimis rules?
  `,
  list: words`
    (?:export[- ]?)?control(?:led)?(?: entity)? list; (?:trade |export )?watch ?-?list;
    (?:export |trade |military )?black ?-?list; (?:unreliable )?entit(?:y|ies) list;
    (?:concern|restriction|restricted|scrutiny|monitoring|attention|sanctions|banned|prohibited) list
  `,
  dual: words`
    dual[- ](?:use|purpose)(?: (?:items?|goods|products?|technolog(?:y|ies)|materials?|equipment|commodities))?;
    military applications?; militar(?:y|ily)[- ](?:related|linked|grade|applicable|sensitive|use|capable);
    (?:with|have|having) (?:potential |possible |both )?(?:civilian and )?military (?:uses?|applications?|purposes?);
    (?:could|can|may|might) have military (?:uses?|applications?);
    (?:could|can|may|might) be used (?:for|by) (?:the )?military;
    for (?:the )?(?:japanese )?military(?: purposes?| uses?| end[- ]uses?| users?)?;
    (?:civil(?:ian)?|commercial)(?: and |[-/])military; military (?:uses?|users?|end[- ]users?|purposes?);
    controlled (?:items|goods); sensitive (?:goods|items|materials)
  `,
  goods: [
    ...goods.flatMap((family) => family.en),
    ...words`(?:ev|electric vehicle|electric car) batter(?:y|ies); batter(?:y|ies); magnets?`,
  ],
  export: words`off from; exports?; exporting; exported; shipments?; sales; selling; suppl(?:y|ies)(?! chain); shipping`,
  firms: [party],
  impose: words`
    (?:bans|bars|blocks|prohibits|forbids|outlaws|restricts|curbs|limits|tightens|toughens|strengthens|controls|imposes|slaps|introduces|unveils|enacts|revises|overhauls|amends|updates(?= (?:the |its )?(?:export|dual|control|list|catalogue))|initiates|institutes|adopts|announces|issues|implements|expands|widens|broadens|escalates|stops issuing|stops granting|stops approving|withholds|reimposes|reinstates|enforces|weaponi[sz]es|targets|hits(?! back)|sanctions|locks down|squeezes|chokes|refuses|restrains|intensifies|extends|adds|puts|places|lists|(?<!\d |defense |defence |stock |big )names|includes|blacklists|publishes|releases|applies|subjects|brings|orders|mandates|requires|bolsters|steps up|ramps up|cuts off|chokes off|clamps down|cracks down|rolls out|hits back with);
    asks(?= (?:for|exporters|suppliers)\b); moves(?= (?!to ).{0,60}\b(?:black|watch |control |entity )?-?list); cuts(?= .{0,40}\boff\b); (?:hits? back|retaliates?|strikes back|responds?|hitting back|retaliating)(?: (?:at|against|to|for) [\w' -]{1,40}?)? (?:with|by)(?= ); (?:banning|barring|blocking|prohibiting|restricting|curbing|limiting|tightening|strengthening|imposing|slapping|expanding|adding|placing|blacklisting|targeting|putting);
    (?:to|will|would now|begins? to|moves? to|plans? to) (?:ban|bar|block|prohibit|restrict|curb|limit|tighten|control|license|impose|reimpose|expand|strengthen|cut off|introduce|add|place|put|implement|enforce|apply|blacklist|require);
    (?:(?:has |have )?(?:begun|started)|begins?|began|starts?) (?:choking off|choking|halting|withholding|holding up|restricting|blocking|enforcing|limiting|curbing|choking off)
  `,
  imposed: words`(?:published|released|joins?|joined|banned|barred|blocked|prohibited|restricted|curbed|limited|tightened|imposed|slapped|introduced|unveiled|announced|issued|expanded|widened|reinstated|initiated|instituted|enacted|targeted|sanctioned|strengthened|stepped up|ramped up|added|placed|put|listed|named|included|blacklisted|black-listed|hit|subjected|refused|cut off|brought|ordered|subject to(?= (?:export )?(?:licen[cs]|controls?|restrictions?|permits?))|to (?:need|require)|now (?:needs?|requires?)|needs?(?= (?:a |an )?(?:chinese|export|beijing))|requires?(?= (?:a |an )?(?:chinese|export|beijing)))`,
  halt: words`
    (?:halt|stop|suspend|paus|freez|cancel)(?:e|s|es|ed|ped|ing|ping)?; to (?:halt|stop|suspend|pause|freeze);
    froze; on (?:hold|ice); (?:suspension|pause|halt) (?:of|in|on)
  `,
  ease: words`
    (?:lift|eas|remov|relax|loosen|scrap|delay|postpon|resum|delist|waiv|exempt|drop|shelv|revok|approv|grant|allow|clear|unfreez|end|terminat|withdraw)(?:e|s|es|ed|ing|ped|ping)?;
    to (?:lift|ease|remove|relax|resume|allow|approve|grant|end|scrap|drop|withdraw); rolls? back; rolled back;
    withdrew; (?:taken|struck|dropped|removed|deleted) (?:off|from); (?:extends?|extended|extending|to extend) (?:the )?(?:suspension|pause|truce|waiver|reprieve);
    general licen[cs]es?; (?:takes?|taking|took|strikes?|struck|drops?|moves?|pulls?|crosses)(?= .{0,60}\boff\b(?!-)(?!.{0,40}\bonto\b)); (?:rolls? over|rolled over|prolongs?|prolonged|renews?|renewed|extends?|extended|extending|keeps?)(?: (?:its|the|a))? (?:one-year |year-long )?(?:suspension|pause|truce|waiver|reprieve|freeze)(?: (?:of|on|in))?; delists?; delisted; delisting; unblocks?; unblocked; restores?; restored
  `,
  say: words`
    says?; said; declares?; confirms?; confirmed; (?:the )?state media; reportedly; stresses; insists;
    reiterates; adds that; tells; told
  `,
  plan: words`
    plans?(?: on| for)?; planning(?: to)?; considers?; considering; weighs?; weighing; mulls?; mulling; set to;
    prepar(?:es|ing)(?: to)?; will; moves(?: to)?; further; formally; immediately; also; now; officially
  `,
  new: words`
    new; fresh; latest; sweeping; tougher; stricter; tighter; expanded; wider; additional; unprecedented;
    immediate
  `,
  spares: words`
    (?:to |will |would )?only (?:hit|hits|affects?|appl(?:y|ies)|targets?|covers?|aimed at|concerns?|military|defen[cs]e);
    (?:will|would|does|do|is|are|were) ?n[o']t (?:be )?(?:affect(?:ed)?|hit|apply|target(?:ed|ing)?|impact(?:ed)?|cover|include|aimed at|concern|harm);
    (?:won't|doesn't|don't|isn't|aren't) (?:be )?(?:affect(?:ed)?|hit|apply|target(?:ed)?|impact(?:ed)?);
    civilian (?:use|uses|users?|trade|goods|exports?|sector|purposes?|end[- ]users?|companies|firms); unaffected;
    limited to (?:the )?(?:japanese )?(?:military|defen[cs]e); no need to worry(?: over| about)?; nothing to (?:worry|fear)(?: over| about)?;
    clarif(?:y|ies|ied); exclusively (?:military|for military)
  `,
  spokesman: words`
    spokes(?:person|man|woman);
    (?:answers?|questions?|respon(?:ds?|se)) (?:to )?(?:reporters|reporters'|media|press|journalists)(?: queries| questions)?;
    reporters' questions; (?:publish|releas|issu|post)(?:es|ed)? (?:a |an )?(?:q&a|faqs?|guidance|guidelines|clarification|interpretation)(?: on)?
  `,
  after: words`
    after; following; amid; despite; since; because of; in response to; in (?:the )?wake of; over; ahead of;
    before; when; (?:a )?(?:days?|hours?|weeks?|months?) after; due to; thanks to;
    in retaliation(?: for| against)?; in protest; which; who; whose; where; until; against the backdrop;
    com(?:es|e|ing) (?:as|after|a day after|days after); came (?:as|after|a day after|days after); if; unless;
    targeted by; as tensions; as (?:the )?(?:row|dispute|feud|spat); to counter; in bid to; linked to;
    against china
  `,
  maybe: words`
    could; may; might; den(?:y|ies|ied); no plans?; would; should; can; threat(?:s|ens?|ened|ening)?(?: to| of)?; fears?; feared; possible;
    potential(?:ly)?; risks?; risking; likely; expected to; looms?; looming; speculation; rumou?rs?; unlikely;
    prospect
  `,
  talk: words`
    why; how; what; who; analysis; explain(?:er|ed|s|ing)?; opinion; editorial; commentary; column; podcast;
    video; factbox; timeline; interview; letters?; lessons?; q&a; analysts?; experts?; economists?; strategy;
    leverage; playbook; dominance; dominates; stranglehold; dependence; reliance; rely; relies; alternatives?;
    briefing; newsletter; outlook; webinar; guide; overview; implications?; impact of; takeaways; meaning;
    reveals?; shows?; inside; the case for; fallout; fuels?; deepens?; highlights?; exposes?; underscores?;
    signals?; means; rattles?; spooks?; tests?; testing; survey; study; report finds; (?<!defen[cs]e )think tank; update
  `,
  react: words`
    condemn\w*; to (?:support|help|aid|assist|back|compensate|subsidi[sz]e); protest\w*; slam\w*; critici[sz]\w*; urg(?:e|es|ed|ing); call(?:s|ed|ing)? (?:on|for|out);
    demand(?:s|ed); lodg\w+; denounc\w+; blast(?:s|ed); regret\w*; unacceptable; deplor\w+; respond(?:s|ed)? to;
    hits back(?! with); defend(?:s|ed); reject(?:s|ed); den(?:y|ies|ied); seek(?:s|ing)?; (?<!defen[cs]e |strategic )stud(?:y|ies|ying);
    monitor(?:s|ing)?; assess\w*; brac(?:e|es|ing); scrambl\w+; reel(?:s|ing); warn(?:s|ed|ing)?; vow(?:s|ed);
    back(?:s|ed); support(?:s|ed); talks; discuss\w*; concerns?; concerned; worr(?:y|ies|ied); reaction;
    justif\w+; high alert; pushes? back; complain\w*; sue(?:s|d)?; wto; absolutely;
    retaliat(?:e|es|ed|ory) against (?:china|beijing); diversif\w+; cope; coping; wean\w*;
    secur(?:e|es|ing) (?:rare|supply)
  `,
  market: words`
    stocks?; shares?; nikkei; topix; yen; yuan; prices?; markets?; futures?; investors?; traders(?! say| said| report); rall(?:y|ies);
    slip(?:s|ped); slump\w*; slid(?:e|es); falls?; fell; tumbl\w+; soar\w*; surg(?:e|es|ed); jump(?:s|ed);
    gains?; imports?; output; production; earnings; profits?; gdp; shortages?; stockpil\w+; data; per ?cent;
    deficit; surplus; exports? (?:fell|rose|jumped|fall|rise|surge|plunge|drop|climb|grew|grow|slump|soar)s?
  `,
  remedy: words`
    anti-?dumping; tariffs?; duties; seafood; fish(?:ery)?; beef; travel; tourists?; tourism; students?; visas?;
    countervailing; flights; concerts?; films?; nvidia; h200; h20; silver; steel; fertili[sz]ers?; phosphates?;
    electric (?:vehicles?|cars?); evs?; fuel; urea; rice; pandas?; tiktok; soy(?:a|beans?)?; oil; gas(?![- ]turbine); lng;
    bitcoin; crypto; cyber\w*; hackers?; sanctions? on; entry ban; airspace
  `,
  past: words`
    (?:last|earlier this|this past) (?:week|month|year|april|october|january|february|june);
    in (?:january|february|march|april|may|june|july|august|september|october|november|december)(?! \d);
    (?:years?|months?|weeks?) ago; (?:in|since) 20\d\d; previously; already; had; takes? effect; took effect;
    com(?:e|es) into (?:force|effect); came into (?:force|effect); still; continues?; remains?; anniversary;
    a year (?:on|after|later); ongoing; existing; longstanding
  `,
};
