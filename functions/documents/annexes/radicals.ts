// Fonts share one shape among a character and its radical, and a printer's table may then name the radical. Unicode's
// EquivalentUnifiedIdeograph.txt, for the Simplified and common ones; Kangxi radicals have compatibility mappings.
const pairs =
  '⺀冫⺄乙⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺎兀⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺴㓁⺵羊⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const characters = [...pairs];
const unified = new Map(
  characters.flatMap((radical, i) => (i % 2 === 0 ? [[radical, characters[i + 1] ?? radical]] : [])),
);

/** Stands where a letter stands that nobody can tell. */
export const unknownLetter = '\ufffd';

/**
 * A letter as it is written elsewhere: radicals and compatibility forms of Han characters become the characters.
 * @returns `unknownLetter` for what a font's own table leaves unsaid; '' for what shows nothing
 */
export function letter(unicode: string): string {
  if (unicode === '') return unknownLetter;
  // Soft hyphens and zero-width characters show nothing; control characters and private use say nothing.
  if (/^[\u00ad\u200b-\u200f\u2060\ufeff]+$/.test(unicode)) return '';
  if (/[\0-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\uffff]|[\udb80-\udbff][\udc00-\udfff]/.test(unicode))
    return unknownLetter;
  if (/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/.test(unicode))
    return [...unicode]
      .map(
        (one) =>
          unified.get(one) ?? (/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/.test(one) ? one.normalize('NFKC') : one),
      )
      .join('');
  return /^\s+$/.test(unicode) ? ' ' : unicode;
}
