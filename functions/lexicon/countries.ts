/** A country, or a body that acts like one, as texts of three languages name it. */
export interface Country {
  /** ISO 3166-1 alpha-2; `EU`, `G7`, `NATO` and `UN` for bodies. */
  readonly code: string;
  /** Lower case; names first, then capitals and offices that stand for the government. */
  readonly en: readonly string[];
  /** Adjectives and names of its people, lower case. */
  readonly adjectives: readonly string[];
  /** Simplified Chinese; Traditional is folded before it is compared. */
  readonly zh: readonly string[];
  /** The one character of Chinese headlines (`对日`), to be used only where its place in the phrase is plain. */
  readonly short?: string;
  readonly ja: readonly string[];
}

/**
 * Every state but China. Names: Unicode CLDR (as `Intl.DisplayNames` gives them, which a test holds this list against);
 * adjectives and second names: the public domain list `world-countries`; capitals and one-character forms are ours.
 * `code|English|adjectives|Chinese|one character|Japanese`. Names of persons are no names of countries.
 */
const rows = `
AD|andorra|andorran|安道尔||アンドラ
AE|united arab emirates;uae;u.a.e.;emirates|emirati|阿拉伯联合酋长国;阿联酋||アラブ首長国連邦;UAE;uae
AF|afghanistan|afghan|阿富汗||アフガニスタン
AG|antigua & barbuda;antigua and barbuda|antiguan;barbudan|安提瓜和巴布达||アンティグア・バーブーダ
AL|albania|albanian|阿尔巴尼亚||アルバニア
AM|armenia|armenian|亚美尼亚||アルメニア
AO|angola|angolan|安哥拉||アンゴラ
AR|argentina|argentine|阿根廷||アルゼンチン
AT|austria|austrian|奥地利||オーストリア
AU|australia;canberra|australian|澳大利亚;澳方;澳洲|澳|オーストラリア;豪;豪州
AZ|azerbaijan|azerbaijani|阿塞拜疆||アゼルバイジャン
BA|bosnia & herzegovina;bosnia and herzegovina|bosnian;herzegovinian|波斯尼亚和黑塞哥维那||ボスニア・ヘルツェゴビナ
BB|barbados|barbadian|巴巴多斯||バルバドス
BD|bangladesh|bangladeshi|孟加拉国||バングラデシュ
BE|belgium|belgian|比利时||ベルギー
BF|burkina faso|burkinabe|布基纳法索||ブルキナファソ
BG|bulgaria|bulgarian|保加利亚||ブルガリア
BH|bahrain|bahraini|巴林||バーレーン
BI|burundi|burundian|布隆迪||ブルンジ
BJ|benin|beninese|贝宁||ベナン
BN|brunei|bruneian|文莱||ブルネイ
BO|bolivia|bolivian|玻利维亚||ボリビア
BR|brazil|brazilian|巴西||ブラジル
BS|bahamas|bahamian|巴哈马||バハマ
BT|bhutan|bhutanese|不丹||ブータン
BW|botswana|motswana|博茨瓦纳||ボツワナ
BY|belarus|belarusian|白俄罗斯||ベラルーシ
BZ|belize|belizean|伯利兹||ベリーズ
CA|canada;ottawa|canadian|加拿大;加方|加|カナダ
CD|congo - kinshasa;dr congo;democratic republic of the congo|congolese|刚果(金);民主刚果;刚果民主共和国||コンゴ民主共和国
CF|central african republic|central african|中非共和国||中央アフリカ共和国;中央アフリカ
CG|congo - brazzaville;republic of the congo|congolese|刚果(布);刚果||コンゴ共和国
CH|switzerland|swiss|瑞士||スイス
CI|côte d'ivoire;ivory coast;cote d'ivoire|ivorian|科特迪瓦||コートジボワール
CL|chile|chilean|智利||チリ
CM|cameroon|cameroonian|喀麦隆||カメルーン
CO|colombia|colombian|哥伦比亚||コロンビア
CR|costa rica|costa rican|哥斯达黎加||コスタリカ
CU|cuba|cuban|古巴||キューバ
CV|cape verde|cape verdian|佛得角||カーボベルデ
CY|cyprus|cypriot|塞浦路斯||キプロス
CZ|czechia;czech republic|czech|捷克;捷克共和国||チェコ
DE|germany;berlin|german|德国;德方|德|ドイツ;独
DJ|djibouti||吉布提||ジブチ
DK|denmark|danish|丹麦||デンマーク
DM|dominica|dominican|多米尼克;多米尼加||ドミニカ国
DO|dominican republic|dominican|多米尼加共和国;多明尼加||ドミニカ共和国
DZ|algeria|algerian|阿尔及利亚||アルジェリア
EC|ecuador|ecuadorean|厄瓜多尔||エクアドル
EE|estonia|estonian|爱沙尼亚||エストニア
EG|egypt|egyptian|埃及||エジプト
ER|eritrea|eritrean|厄立特里亚||エリトリア
ES|spain;madrid|spanish|西班牙||スペイン
ET|ethiopia|ethiopian|埃塞俄比亚||エチオピア
FI|finland|finnish|芬兰||フィンランド
FJ|fiji|fijian|斐济||フィジー
FM|micronesia|micronesian|密克罗尼西亚||ミクロネシア連邦;ミクロネシア
FR|france;paris|french|法国;法方|法|フランス;仏
GA|gabon|gabonese|加蓬||ガボン
GB|united kingdom;uk;u.k.;britain;great britain;london|british|英国;英方|英|イギリス;英国;英
GD|grenada|grenadian|格林纳达||グレナダ
GE|georgia|georgian|格鲁吉亚||ジョージア
GH|ghana|ghanaian|加纳||ガーナ
GL|greenland|greenlandic|格陵兰||グリーンランド
GM|gambia|gambian|冈比亚||ガンビア
GN|guinea|guinean|几内亚||ギニア
GQ|equatorial guinea|equatorial guinean|赤道几内亚||赤道ギニア
GR|greece|greek|希腊||ギリシャ
GT|guatemala|guatemalan|危地马拉||グアテマラ
GW|guinea-bissau|guinea-bissauan|几内亚比绍||ギニアビサウ
GY|guyana|guyanese|圭亚那||ガイアナ
HN|honduras|honduran|洪都拉斯||ホンジュラス
HR|croatia|croatian|克罗地亚||クロアチア
HT|haiti|haitian|海地||ハイチ
HU|hungary|hungarian|匈牙利||ハンガリー
ID|indonesia;jakarta|indonesian|印度尼西亚;印尼||インドネシア
IE|ireland|irish|爱尔兰||アイルランド
IL|israel|israeli|以色列;以方||イスラエル
IN|india;new delhi|indian|印度;印方|印|インド;印
IQ|iraq|iraqi|伊拉克||イラク
IR|iran;tehran|iranian|伊朗;伊方||イラン
IS|iceland|icelander|冰岛||アイスランド
IT|italy;rome|italian|意大利;意方|意|イタリア;伊
JM|jamaica|jamaican|牙买加||ジャマイカ
JO|jordan|jordanian|约旦||ヨルダン
JP|japan;tokyo|japanese|日本;日方;日本国;东京|日|日本;日本国;対日
KE|kenya|kenyan|肯尼亚||ケニア
KG|kyrgyzstan|kirghiz|吉尔吉斯斯坦||キルギス
KH|cambodia|cambodian|柬埔寨||カンボジア
KI|kiribati|i-kiribati|基里巴斯||キリバス
KM|comoros|comoran|科摩罗||コモロ
KN|st. kitts & nevis;saint kitts and nevis|kittitian or nevisian|圣基茨和尼维斯||セントクリストファー・ネーヴィス;セントキッツ・ネーヴィス連邦
KP|north korea;pyongyang;dprk|north korean|朝鲜;朝方|朝|北朝鮮
KR|south korea;korea;republic of korea;seoul|south korean;korean|韩国;韩方|韩|韓国;韓
KW|kuwait|kuwaiti|科威特||クウェート
KZ|kazakhstan|kazakhstani|哈萨克斯坦||カザフスタン
LA|laos|laotian|老挝||ラオス
LB|lebanon|lebanese|黎巴嫩||レバノン
LC|st. lucia;saint lucia|saint lucian|圣卢西亚||セントルシア
LI|liechtenstein|liechtensteiner|列支敦士登||リヒテンシュタイン
LK|sri lanka|sri lankan|斯里兰卡||スリランカ
LR|liberia|liberian|利比里亚||リベリア
LS|lesotho|mosotho|莱索托||レソト
LT|lithuania|lithuanian|立陶宛||リトアニア
LU|luxembourg|luxembourger|卢森堡||ルクセンブルク
LV|latvia|latvian|拉脱维亚||ラトビア
LY|libya|libyan|利比亚||リビア
MA|morocco|moroccan|摩洛哥||モロッコ
MC|monaco|monegasque|摩纳哥||モナコ
MD|moldova|moldovan|摩尔多瓦||モルドバ
ME|montenegro|montenegrin|黑山||モンテネグロ
MG|madagascar|malagasy|马达加斯加||マダガスカル
MH|marshall islands|marshallese|马绍尔群岛||マーシャル諸島
MK|north macedonia|macedonian|北马其顿;北馬其頓||北マケドニア
ML|mali|malian|马里||マリ
MM|myanmar;burma|burmese|缅甸||ミャンマー
MN|mongolia|mongolian|蒙古||モンゴル
MR|mauritania|mauritanian|毛里塔尼亚||モーリタニア
MT|malta|maltese|马耳他||マルタ
MU|mauritius|mauritian|毛里求斯||モーリシャス
MV|maldives|maldivan|马尔代夫||モルディブ
MW|malawi|malawian|马拉维||マラウイ
MX|mexico|mexican|墨西哥;墨方|墨|メキシコ
MY|malaysia|malaysian|马来西亚||マレーシア
MZ|mozambique|mozambican|莫桑比克||モザンビーク
NA|namibia|namibian|纳米比亚||ナミビア
NE|niger|nigerien|尼日尔||ニジェール
NG|nigeria|nigerian|尼日利亚||ナイジェリア
NI|nicaragua|nicaraguan|尼加拉瓜||ニカラグア
NL|netherlands;holland;the hague|dutch|荷兰;荷方|荷|オランダ;蘭
NO|norway|norwegian|挪威||ノルウェー
NP|nepal|nepalese|尼泊尔||ネパール
NR|nauru|nauruan|瑙鲁||ナウル
NZ|new zealand|new zealander|新西兰||ニュージーランド;nz
OM|oman|omani|阿曼||オマーン
PA|panama|panamanian|巴拿马||パナマ
PE|peru|peruvian|秘鲁||ペルー
PG|papua new guinea|papua new guinean|巴布亚新几内亚||パプアニューギニア
PH|philippines;manila|philippine;filipino|菲律宾;菲方|菲|フィリピン
PK|pakistan|pakistani|巴基斯坦||パキスタン
PL|poland|polish|波兰||ポーランド
PR|puerto rico|puerto rican|波多黎各||プエルトリコ
PS|palestinian territories;palestine;gaza|palestinian|巴勒斯坦领土;巴勒斯坦||パレスチナ自治区;パレスチナ
PT|portugal|portuguese|葡萄牙||ポルトガル
PW|palau|palauan|帕劳||パラオ
PY|paraguay|paraguayan|巴拉圭||パラグアイ
QA|qatar|qatari|卡塔尔||カタール
RO|romania|romanian|罗马尼亚||ルーマニア
RS|serbia|serbian|塞尔维亚||セルビア
RU|russia;russian federation;moscow;kremlin|russian|俄罗斯;俄方;俄国;俄罗斯联邦|俄|ロシア;露
RW|rwanda|rwandan|卢旺达||ルワンダ
SA|saudi arabia|saudi;saudi arabian|沙特阿拉伯;沙特||サウジアラビア;サウジ
SB|solomon islands|solomon islander|所罗门群岛||ソロモン諸島
SC|seychelles|seychellois|塞舌尔||セーシェル
SD|sudan|sudanese|苏丹||スーダン
SE|sweden|swedish|瑞典||スウェーデン
SG|singapore|singaporean|新加坡;新方||シンガポール
SI|slovenia|slovene|斯洛文尼亚||スロベニア
SK|slovakia|slovak|斯洛伐克||スロバキア
SL|sierra leone|sierra leonean|塞拉利昂||シエラレオネ
SM|san marino|sammarinese|圣马力诺||サンマリノ
SN|senegal|senegalese|塞内加尔||セネガル
SO|somalia|somali|索马里||ソマリア
SR|suriname|surinamer|苏里南||スリナム
SS|south sudan|south sudanese|南苏丹||南スーダン
ST|são tomé & príncipe;são tomé and príncipe|sao tomean|圣多美和普林西比||サントメ・プリンシペ
SV|el salvador|salvadoran|萨尔瓦多||エルサルバドル
SY|syria|syrian|叙利亚||シリア
SZ|eswatini|swazi|斯威士兰||エスワティニ
TD|chad|chadian|乍得||チャド
TG|togo|togolese|多哥||トーゴ
TH|thailand;bangkok|thai|泰国;泰方|泰|タイ
TJ|tajikistan|tadzhik|塔吉克斯坦||タジキスタン
TL|timor-leste|east timorese|东帝汶||東ティモール
TM|turkmenistan|turkmen|土库曼斯坦||トルクメニスタン
TN|tunisia|tunisian|突尼斯||チュニジア
TO|tonga|tongan|汤加||トンガ
TR|türkiye;turkey;ankara|turkish|土耳其|土|トルコ
TT|trinidad & tobago;trinidad and tobago|trinidadian|特立尼达和多巴哥||トリニダード・トバゴ
TV|tuvalu|tuvaluan|图瓦卢||ツバル
TW|taiwan;taipei|taiwanese|台湾;台方;台湾地区|台|台湾;中華民国
TZ|tanzania|tanzanian|坦桑尼亚||タンザニア
UA|ukraine;kyiv;kiev|ukrainian|乌克兰;乌方||ウクライナ
UG|uganda|ugandan|乌干达||ウガンダ
US|united states;united states of america;usa;u.s.;us;u.s;america;washington;white house;pentagon|american|美国;美方;美利坚;华盛顿;白宫;美国政府|美|アメリカ合衆国;アメリカ;米国;米;米政府;ワシントン
UY|uruguay|uruguayan|乌拉圭||ウルグアイ
UZ|uzbekistan|uzbekistani|乌兹别克斯坦||ウズベキスタン
VA|vatican city|vatican|梵蒂冈||バチカン市国;バチカン
VC|st. vincent & grenadines;saint vincent and the grenadines|saint vincentian|圣文森特和格林纳丁斯||セントビンセント及びグレナディーン諸島;セントビンセント・グレナディーン
VE|venezuela|venezuelan|委内瑞拉||ベネズエラ
VN|vietnam;hanoi|vietnamese|越南;越方|越|ベトナム
VU|vanuatu|ni-vanuatu|瓦努阿图||バヌアツ
WS|samoa|samoan|萨摩亚||サモア
XK|kosovo|kosovar|科索沃||コソボ
YE|yemen|yemeni|也门||イエメン
ZA|south africa|south african|南非||南アフリカ
ZM|zambia|zambian|赞比亚||ザンビア
ZW|zimbabwe|zimbabwean|津巴布韦||ジンバブエ
EU|eu;e.u.;european union;europe;brussels;european commission|european|欧盟;欧洲;欧方;欧委会;布鲁塞尔;欧盟委员会;欧洲联盟|欧|eu;欧州;欧州連合;欧州委員会;欧州委
G7|g7;g-7;group of seven||七国集团;g7||g7;主要7カ国
NATO|nato||北约||nato;北大西洋条約機構
UN|united nations;u.n.;security council||联合国;安理会||国連;国際連合
`;

const list = (cell = ''): readonly string[] => cell.split(';').filter(Boolean);

export const countries: readonly Country[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [code = '', en, adjectives, zh, short, ja] = row.split('|');
    return {
      code,
      en: list(en),
      adjectives: list(adjectives),
      zh: list(zh),
      ...(short && { short }),
      ja: list(ja),
    };
  });
