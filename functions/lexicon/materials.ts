import type { Family } from './goods.ts';

/** A material, part or machine as people ask for it and as lists name it, in three languages. */
export interface Material {
  readonly id: string;
  /** The family of controlled goods that it belongs to; none: it only goes into controlled ones (nickel, iron). */
  readonly family?: Family;
  /** In no list to the end of 2026 by itself: a list that names it does so beside what it controls. */
  readonly unlisted?: true;
  /** Its wider kind, by which a list may name it: `rare-earth`. */
  readonly kindOf?: string;
  /** The chemical symbol. */
  readonly symbol?: string;
  readonly words: readonly string[];
  /** Headings of the Harmonized System under which it is declared, 4 or 6 digits. Not the listed codes. */
  readonly headings: readonly string[];
}

/** What is made of a material, or how: a list names `oxide` and `magnet`, not every rod and sheet. */
export interface Form {
  readonly id: string;
  /** Two of these exclude one another; a shape excludes nothing. */
  readonly substance: boolean;
  readonly words: readonly string[];
  /** Headings of the Harmonized System, where the form has its own. */
  readonly headings: readonly string[];
  /** A material that the word names too: a tungstate is tungsten. */
  readonly implies?: string;
}

/** What a material is used for, as people ask who do not know its name. */
export interface Use {
  readonly material: string;
  readonly words: readonly string[];
}

const rows = (table: string): readonly (readonly string[])[] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
const list = (cell = '', by = ';'): readonly string[] =>
  cell
    .split(by)
    .map((word) => word.trim())
    .filter(Boolean);

const unlisted = ['lanthanum', 'cerium', 'praseodymium', 'neodymium', 'promethium'];

// Elements: IUPAC names and symbols. Headings: Harmonized System 2022, World Customs Organization.
export const materials: readonly Material[] = rows(`
rare-earth      | rare-earths        |    |            | 稀土; 中重稀土; 希土類; レアアース; 希土; rare earth; rare-earth; rare earths | 280530 2846
lanthanum       | rare-earths        | La | rare-earth | 镧; ランタン; lanthanum       | 280530 2846
cerium          | rare-earths        | Ce | rare-earth | 铈; セリウム; cerium          | 280530 284610
praseodymium    | rare-earths        | Pr | rare-earth | 镨; プラセオジム; praseodymium | 280530 2846
neodymium       | rare-earths        | Nd | rare-earth | 钕; ネオジム; ネオジウム; neodymium | 280530 2846
promethium      | rare-earths        | Pm | rare-earth | 钷; プロメチウム; promethium   | 280530 2846
samarium        | rare-earths        | Sm | rare-earth | 钐; サマリウム; samarium       | 280530 2846
europium        | rare-earths        | Eu | rare-earth | 铕; ユウロピウム; ヨーロピウム; europium | 280530 2846
gadolinium      | rare-earths        | Gd | rare-earth | 钆; ガドリニウム; gadolinium   | 280530 2846
terbium         | rare-earths        | Tb | rare-earth | 铽; テルビウム; terbium        | 280530 2846
dysprosium      | rare-earths        | Dy | rare-earth | 镝; ジスプロシウム; ディスプロシウム; dysprosium | 280530 2846
holmium         | rare-earths        | Ho | rare-earth | 钬; ホルミウム; holmium        | 280530 2846
erbium          | rare-earths        | Er | rare-earth | 铒; エルビウム; erbium         | 280530 2846
thulium         | rare-earths        | Tm | rare-earth | 铥; ツリウム; thulium          | 280530 2846
ytterbium       | rare-earths        | Yb | rare-earth | 镱; イッテルビウム; ytterbium  | 280530 2846
lutetium        | rare-earths        | Lu | rare-earth | 镥; ルテチウム; lutetium       | 280530 2846
scandium        | rare-earths        | Sc | rare-earth | 钪; スカンジウム; scandium     | 280530 2846
yttrium         | rare-earths        | Y  | rare-earth | 钇; イットリウム; yttrium      | 280530 2846
tungsten        | tungsten-group     | W  |            | 钨; タングステン; tungsten; wolfram | 8101 261100 284180 284990 282590
tellurium       | tungsten-group     | Te |            | 碲; テルル; tellurium          | 280450
bismuth         | tungsten-group     | Bi |            | 铋; ビスマス; 蒼鉛; bismuth    | 8106
molybdenum      | tungsten-group     | Mo |            | 钼; モリブデン; molybdenum     | 8102 2613 284170
indium          | tungsten-group     | In |            | 铟; インジウム; indium; trimethylindium; triethylindium | 811292
gallium         | gallium-germanium  | Ga |            | 镓; ガリウム; gallium          | 811292
germanium       | gallium-germanium  | Ge |            | 锗; ゲルマニウム; germanium    | 811292 282560
antimony        | antimony           | Sb |            | 锑; アンチモン; antimony       | 8110 261710 282580
diamond         | superhard-materials |   |            | 金刚石; 人造钻石; ダイヤモンド; ダイヤ; diamond | 710510 680421 7104
boron-nitride   | superhard-materials |   |            | 立方氮化硼; 立方晶窒化ホウ素; cubic boron nitride; cbn | 2850
graphite        | graphite-batteries |    |            | 石墨; 黒鉛; グラファイト; graphite | 2504 3801 6815 8545
lithium-cell    | graphite-batteries |    |            | 锂离子电池; 锂电池; 锂离子电芯; リチウムイオン電池; リチウム電池; lithium-ion cell; lithium-ion battery; lithium battery | 850760
cathode         | graphite-batteries |    |            | 正极材料; 正极; 正極材; 正極; cathode; precursor nickel-cobalt; lfp; 磷酸铁锂; リン酸鉄リチウム; lithium iron phosphate | 284290
anode           | graphite-batteries |    |            | 负极材料; 负极; 負極材; 負極; anode | 3801
drone           | drones             |    |            | 无人机; 无人驾驶航空器; 无人飞艇; ドローン; 無人機; 無人航空機; drone; uav; unmanned aerial vehicle | 8806
inertial-unit   | drones             |    |            | 惯性测量; 慣性計測; 慣性航法; inertial measurement; inertial unit; imu; gyroscope; ジャイロ; 陀螺仪 | 9014
infrared-imager | drones             |    |            | 红外成像; 赤外線カメラ; 赤外線撮像; infrared imager; thermal imager; infrared camera; サーモカメラ | 852589
aperture-radar  | drones             |    |            | 合成孔径雷达; 合成開口レーダー; synthetic aperture radar; sar radar | 852610
aero-engine     | aerospace-structures |  |            | 航空发动机; 燃气轮机; 涡轮; 航空機エンジン; 航空エンジン; ジェットエンジン; ガスタービン; タービン; aero engine; aero-engine; aircraft engine; jet engine; gas turbine; gas-turbine; turbine | 8411 8407
uhmwpe          | aerospace-structures |  |            | 超高分子量聚乙烯; 超高分子量ポリエチレン; uhmwpe; ultra-high molecular weight polyethylene; ultra high molecular weight polyethylene | 540249 550190
superplastic    | aerospace-structures |  |            | 超塑成形; 扩散连接; 超塑性成形; superplastic; diffusion bonding | 8480
machine-tool    |                    |    |            | 工作機械; マシニングセンタ; マシニングセンター; 数控机床; 机床; machine tool; machining centre; machining center; 加工中心 | 8456 8457 8458 8459 8460 8461
helium          |                    | He |            | 氦; 氦气; ヘリウム; helium     | 280429
perchlorate     | chemicals          |    |            | 高氯酸钾; 高氯酸; 過塩素酸カリウム; 過塩素酸; potassium perchlorate; perchlorate | 282990
cryptography    | commercial-cryptography | |         | 商用密码; 密码设备; 商用暗号; 暗号装置; cryptography; encryption | 8543
nickel          |                    | Ni |            | 镍; ニッケル; nickel           |
iron            |                    | Fe |            | 铁; 鉄; iron; ferro            |
cobalt          |                    | Co |            | 钴; コバルト; cobalt           |
copper          |                    | Cu |            | 铜; 銅; copper                 |
silver          |                    | Ag |            | 银; 銀; silver                 |
boron           |                    | B  |            | 硼; ホウ素; 硼素; boron        |
aluminium       |                    | Al |            | 铝; アルミニウム; アルミ; aluminium; aluminum |
magnesium       |                    | Mg |            | 镁; マグネシウム; magnesium    |
cadmium         |                    | Cd |            | 镉; カドミウム; cadmium        |
zinc            |                    | Zn |            | 锌; 亜鉛; zinc                 |
mercury         |                    | Hg |            | 汞; 水銀; mercury              |
titanium        |                    | Ti |            | 钛; チタン; titanium           |
`).map(([id = '', family = '', symbol = '', kindOf = '', words, headings]) => ({
  id,
  ...(family && { family: family as Family }),
  ...(kindOf && { kindOf }),
  ...(unlisted.includes(id) && { unlisted: true as const }),
  ...(symbol && { symbol }),
  words: list(words),
  headings: list(headings, ' '),
}));

export const forms: readonly Form[] = rows(`
metal      | s | 金属; 单质; metal; 地金
alloy      | s | 合金; alloy; alloys
oxide      | s | 氧化; 酸化; oxide
compound   | s | 化合物; compound; compounds
magnet     | s | 磁体; 永磁; 磁铁; 磁钢; 磁石; マグネット; magnet; magnets; permanent magnet; ndfeb; smco | 850511 850519
target     | s | 靶材; 溅射靶; ターゲット; sputtering target; targets; target
ore        | s | 矿; 精矿; 鉱石; 鉱; ore; ores; concentrate
nitride    | s | 氮化; 窒化; nitride
carbide    | s | 碳化; 炭化; 超硬合金; carbide
phosphide  | s | 磷化; リン化; phosphide
arsenide   | s | 砷化; ヒ化; 砒化; ガリウム砒素; arsenide
antimonide | s | 锑化; アンチモン化; antimonide
selenide   | s | 硒化; セレン化; selenide
telluride  | s | 碲化; テルル化; telluride
germanate  | s | 锗酸; ゲルマン酸; ゲルマニウム酸; germanate; bgo
chloride   | s | 氯化; 塩化; chloride; tetrachloride
hydride    | s | 氢化; 水素化; hydride
tungstate  | s | 钨酸; タングステン酸; tungstate; paratungstate; apt | | tungsten
technology | s | 技术; 技術; ノウハウ; technology; know-how; software; 软件; ソフトウェア
equipment  | s | 设备; 装备; 装置; 設備; 炉; 压机; 压力机; 气流磨; 窑; equipment; furnace; furnaces; press; presses; machine; tooling; kiln
powder     |   | 粉; 粉末; 微粉; パウダー; powder; micropowder
electrode  |   | 电极; 電極; electrode; electrodes | 854511 854519
artificial |   | 人造; 人工; 合成; artificial; synthetic
spherical  |   | 球化; 球形; 球状; spherical
flake      |   | 鳞片; 鱗片; 鱗状; flake
natural    |   | 天然; natural
expanded   |   | 膨胀; 膨張; expanded; expandable
anode-use  |   | 负极; 負極; anode
crystal    |   | 晶体; 单晶; 結晶; 単結晶; crystal
wafer      |   | 晶圆; 衬底; ウエハ; ウェハー; ウエハー; 基板; wafer; substrate; epitaxy
rod        |   | 棒; ロッド; rod; rods; bar; bars
wire       |   | 丝; 线; ワイヤ; 線; wire; wires
sheet      |   | 板; 片; シート; sheet; plate; foil
part       |   | 零件; 部件; 零部件; 部品; パーツ; part; parts; component; components; blade; blades; 叶片; ブレード
fibre      |   | 纤维; 繊維; fibre; fiber
tool       |   | 刀具; 工具; 砂轮; 砥石; tool; tools; wheel; wheels
gas        |   | 气; ガス; gas
`).map(([id = '', substance = '', words, headings, implies]) => ({
  id,
  substance: substance === 's',
  words: list(words),
  headings: list(headings, ' '),
  ...(implies && { implies }),
}));

/** Sources: the notices' own reasons and the ministry's press conferences; general knowledge of the trades. */
export const uses: readonly Use[] = rows(`
rare-earth | モーター用磁石; EVモーター; motor magnets; ev motors; 电机磁钢; 驱动电机; voice coil; スピーカー磁石
germanium  | 赤外線レンズ; 红外镜头; infrared lens; infrared optics; night vision; 夜视; 暗視
gallium    | パワー半導体; 功率半导体; power semiconductor; led chip; rf amplifier
antimony   | 難燃剤; 阻燃剂; flame retardant; 弾薬; ammunition primer
tungsten   | 超硬工具; 硬质合金刀具; cutting tools; cemented carbide; 徹甲弾; armour-piercing; armor-piercing; 配重; counterweight
graphite   | 電炉電極; 电炉; electric arc furnace; 坩埚; るつぼ; crucible; battery anode; 核黒鉛
diamond    | 切断ワイヤ; 金刚线; diamond wire; 半導体研磨; lapping powder
molybdenum | ミサイル部品; 导弹零件; missile parts
indium     | 光通信レーザー; 光通信芯片; optical transceiver laser; ito target
aero-engine| タービンブレード鋳造; 叶片铸造; blade casting
`).map(([material = '', words]) => ({ material, words: list(words) }));
