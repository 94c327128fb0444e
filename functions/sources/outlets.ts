/**
 * Outlets whose name counts where an aggregator gives it. A name that anybody may write into a feed of their own counts
 * nowhere else, and no other name counts at all. Names as the aggregators that the catalogue holds write them, each with its
 * other names.
 */
const known: readonly (readonly [name: string, ...others: string[]])[] = [
  ['Reuters', 'ロイター', 'Reuters Japan', '路透', '路透社', '路透中文网'],
  ['Associated Press', 'AP News', 'AP', '美联社'],
  ['AFP', 'AFPBB News', 'Agence France-Presse', '法新社', 'AFP通信'],
  ['Bloomberg', 'Bloomberg.com', 'ブルームバーグ', '彭博', '彭博社'],
  ['Financial Times', 'FT中文网', 'FT'],
  ['The Wall Street Journal', 'WSJ', 'Wall Street Journal', '华尔街日报'],
  ['The New York Times', 'New York Times', '纽约时报', '纽约时报中文网'],
  ['The Washington Post', 'Washington Post'],
  ['BBC', 'BBC News', 'BBC中文', 'BBC News 中文'],
  ['CNN', 'CNN.co.jp'],
  ['CNBC'],
  ['The Economist'],
  ['The Guardian'],
  ['Politico', 'POLITICO'],
  ['Al Jazeera'],
  ['Deutsche Welle', 'DW', 'DW.com'],
  ['NHK', 'NHK World', 'NHKニュース', 'NHK WORLD-JAPAN News', 'www3.nhk.or.jp'],
  ['共同通信', '共同通信社', 'Kyodo News', '47NEWS', '共同网'],
  ['時事通信', '時事ドットコム', 'Jiji Press', '時事通信ニュース'],
  ['日本経済新聞', '日経', '日本経済新聞社', '日経電子版', '日经中文网'],
  ['Nikkei Asia'],
  ['読売新聞', '読売新聞オンライン', 'The Yomiuri Shimbun', 'The Japan News'],
  ['朝日新聞', '朝日新聞デジタル', 'The Asahi Shimbun', '朝日新聞社'],
  ['毎日新聞', '毎日新聞デジタル', 'The Mainichi'],
  ['産経新聞', '産経ニュース', 'JAPAN Forward'],
  ['東京新聞', '東京新聞デジタル'],
  ['The Japan Times', 'Japan Times'],
  ['日刊工業新聞', 'ニュースイッチ'],
  ['テレビ朝日', 'テレ朝news', 'ANN'],
  ['TBS', 'TBS NEWS DIG', 'TBS NEWS DIG Powered by JNN'],
  ['日本テレビ', '日テレNEWS', '日テレNEWS NNN'],
  ['新华社', '新华网', 'Xinhua', 'Xinhuanet', 'News.cn'],
  ['人民日报', '人民网', "People's Daily", "People's Daily Online"],
  ['央视', '央视网', '央视新闻', 'CCTV', 'CCTV.com'],
  ['CGTN'],
  ['中国新闻网', '中新网', '中新社', 'ECNS'],
  ['China Daily', '中国日报', '中国日报网'],
  ['环球时报', '环球网', 'Global Times'],
  ['财新', '财新网', 'Caixin', 'Caixin Global'],
  ['第一财经', 'Yicai', 'Yicai Global'],
  ['财联社'],
  ['澎湃新闻', 'The Paper'],
  ['界面新闻'],
  ['观察者网'],
  ['凤凰网'],
  ['21世纪经济报道'],
  ['South China Morning Post', 'SCMP', '南华早报'],
  ['联合早报', '早报', 'zaobao.com', 'zaobao.com.sg'],
  ['中央社', 'CNA', 'Focus Taiwan', '中央社 CNA'],
  ['聯合報', '聯合新聞網', '經濟日報', 'udn'],
  ['自由時報', 'Taipei Times'],
  ['DIGITIMES', 'digitimes'],
  ['Yonhap', 'Yonhap News Agency', '韩联社', '聯合ニュース'],
  ['The Korea Herald', 'Korea Herald'],
  ['The Straits Times', 'Straits Times'],
  ['The Diplomat'],
  ['Argus Media', 'Argus'],
  ['Fastmarkets'],
  ['S&P Global'],
];

const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,'’&()-]/g, '');
const byName = new Map(
  known.flatMap(([name, ...others]) => [name, ...others].map((one) => [keyOf(one), name] as const)),
);

/** The outlet that goes by a name, or undefined: a ministry is none, and neither is a name that nobody knows. */
export const outletOf = (name: string): string | undefined => byName.get(keyOf(name));
