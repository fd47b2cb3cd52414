/** Code points, both ends included. */
export type CodePointRange = readonly [first: number, last: number];

/**
 * The blocks of Unicode 17 as XSD names them (Part 2, appendix F.1.1), without spaces: each from its first code point to
 * the next entry; without a name, no block is there.
 */
const blockStarts = `
0:BasicLatin 80:Latin-1Supplement 100:LatinExtended-A 180:LatinExtended-B 250:IPAExtensions
2b0:SpacingModifierLetters 300:CombiningDiacriticalMarks 370:GreekandCoptic 400:Cyrillic 500:CyrillicSupplement
530:Armenian 590:Hebrew 600:Arabic 700:Syriac 750:ArabicSupplement 780:Thaana 7c0:NKo 800:Samaritan 840:Mandaic
860:SyriacSupplement 870:ArabicExtended-B 8a0:ArabicExtended-A 900:Devanagari 980:Bengali a00:Gurmukhi a80:Gujarati
b00:Oriya b80:Tamil c00:Telugu c80:Kannada d00:Malayalam d80:Sinhala e00:Thai e80:Lao f00:Tibetan 1000:Myanmar
10a0:Georgian 1100:HangulJamo 1200:Ethiopic 1380:EthiopicSupplement 13a0:Cherokee
1400:UnifiedCanadianAboriginalSyllabics 1680:Ogham 16a0:Runic 1700:Tagalog 1720:Hanunoo 1740:Buhid 1760:Tagbanwa
1780:Khmer 1800:Mongolian 18b0:UnifiedCanadianAboriginalSyllabicsExtended 1900:Limbu 1950:TaiLe 1980:NewTaiLue
19e0:KhmerSymbols 1a00:Buginese 1a20:TaiTham 1ab0:CombiningDiacriticalMarksExtended 1b00:Balinese 1b80:Sundanese
1bc0:Batak 1c00:Lepcha 1c50:OlChiki 1c80:CyrillicExtended-C 1c90:GeorgianExtended 1cc0:SundaneseSupplement
1cd0:VedicExtensions 1d00:PhoneticExtensions 1d80:PhoneticExtensionsSupplement
1dc0:CombiningDiacriticalMarksSupplement 1e00:LatinExtendedAdditional 1f00:GreekExtended 2000:GeneralPunctuation
2070:SuperscriptsandSubscripts 20a0:CurrencySymbols 20d0:CombiningDiacriticalMarksforSymbols 2100:LetterlikeSymbols
2150:NumberForms 2190:Arrows 2200:MathematicalOperators 2300:MiscellaneousTechnical 2400:ControlPictures
2440:OpticalCharacterRecognition 2460:EnclosedAlphanumerics 2500:BoxDrawing 2580:BlockElements 25a0:GeometricShapes
2600:MiscellaneousSymbols 2700:Dingbats 27c0:MiscellaneousMathematicalSymbols-A 27f0:SupplementalArrows-A
2800:BraillePatterns 2900:SupplementalArrows-B 2980:MiscellaneousMathematicalSymbols-B
2a00:SupplementalMathematicalOperators 2b00:MiscellaneousSymbolsandArrows 2c00:Glagolitic 2c60:LatinExtended-C
2c80:Coptic 2d00:GeorgianSupplement 2d30:Tifinagh 2d80:EthiopicExtended 2de0:CyrillicExtended-A
2e00:SupplementalPunctuation 2e80:CJKRadicalsSupplement 2f00:KangxiRadicals 2fe0:
2ff0:IdeographicDescriptionCharacters 3000:CJKSymbolsandPunctuation 3040:Hiragana 30a0:Katakana 3100:Bopomofo
3130:HangulCompatibilityJamo 3190:Kanbun 31a0:BopomofoExtended 31c0:CJKStrokes 31f0:KatakanaPhoneticExtensions
3200:EnclosedCJKLettersandMonths 3300:CJKCompatibility 3400:CJKUnifiedIdeographsExtensionA
4dc0:YijingHexagramSymbols 4e00:CJKUnifiedIdeographs a000:YiSyllables a490:YiRadicals a4d0:Lisu a500:Vai
a640:CyrillicExtended-B a6a0:Bamum a700:ModifierToneLetters a720:LatinExtended-D a800:SylotiNagri
a830:CommonIndicNumberForms a840:Phags-pa a880:Saurashtra a8e0:DevanagariExtended a900:KayahLi a930:Rejang
a960:HangulJamoExtended-A a980:Javanese a9e0:MyanmarExtended-B aa00:Cham aa60:MyanmarExtended-A aa80:TaiViet
aae0:MeeteiMayekExtensions ab00:EthiopicExtended-A ab30:LatinExtended-E ab70:CherokeeSupplement abc0:MeeteiMayek
ac00:HangulSyllables d7b0:HangulJamoExtended-B d800:HighSurrogates db80:HighPrivateUseSurrogates dc00:LowSurrogates
e000:PrivateUseArea f900:CJKCompatibilityIdeographs fb00:AlphabeticPresentationForms fb50:ArabicPresentationForms-A
fe00:VariationSelectors fe10:VerticalForms fe20:CombiningHalfMarks fe30:CJKCompatibilityForms fe50:SmallFormVariants
fe70:ArabicPresentationForms-B ff00:HalfwidthandFullwidthForms fff0:Specials 10000:LinearBSyllabary
10080:LinearBIdeograms 10100:AegeanNumbers 10140:AncientGreekNumbers 10190:AncientSymbols 101d0:PhaistosDisc 10200:
10280:Lycian 102a0:Carian 102e0:CopticEpactNumbers 10300:OldItalic 10330:Gothic 10350:OldPermic 10380:Ugaritic
103a0:OldPersian 103e0: 10400:Deseret 10450:Shavian 10480:Osmanya 104b0:Osage 10500:Elbasan 10530:CaucasianAlbanian
10570:Vithkuqi 105c0:Todhri 10600:LinearA 10780:LatinExtended-F 107c0: 10800:CypriotSyllabary 10840:ImperialAramaic
10860:Palmyrene 10880:Nabataean 108b0: 108e0:Hatran 10900:Phoenician 10920:Lydian 10940:Sidetic 10960:
10980:MeroiticHieroglyphs 109a0:MeroiticCursive 10a00:Kharoshthi 10a60:OldSouthArabian 10a80:OldNorthArabian 10aa0:
10ac0:Manichaean 10b00:Avestan 10b40:InscriptionalParthian 10b60:InscriptionalPahlavi 10b80:PsalterPahlavi 10bb0:
10c00:OldTurkic 10c50: 10c80:OldHungarian 10d00:HanifiRohingya 10d40:Garay 10d90: 10e60:RumiNumeralSymbols
10e80:Yezidi 10ec0:ArabicExtended-C 10f00:OldSogdian 10f30:Sogdian 10f70:OldUyghur 10fb0:Chorasmian 10fe0:Elymaic
11000:Brahmi 11080:Kaithi 110d0:SoraSompeng 11100:Chakma 11150:Mahajani 11180:Sharada 111e0:SinhalaArchaicNumbers
11200:Khojki 11250: 11280:Multani 112b0:Khudawadi 11300:Grantha 11380:Tulu-Tigalari 11400:Newa 11480:Tirhuta 114e0:
11580:Siddham 11600:Modi 11660:MongolianSupplement 11680:Takri 116d0:MyanmarExtended-C 11700:Ahom 11750: 11800:Dogra
11850: 118a0:WarangCiti 11900:DivesAkuru 11960: 119a0:Nandinagari 11a00:ZanabazarSquare 11a50:Soyombo
11ab0:UnifiedCanadianAboriginalSyllabicsExtended-A 11ac0:PauCinHau 11b00:DevanagariExtended-A
11b60:SharadaSupplement 11b80: 11bc0:Sunuwar 11c00:Bhaiksuki 11c70:Marchen 11cc0: 11d00:MasaramGondi
11d60:GunjalaGondi 11db0:TolongSiki 11df0: 11ee0:Makasar 11f00:Kawi 11f60: 11fb0:LisuSupplement
11fc0:TamilSupplement 12000:Cuneiform 12400:CuneiformNumbersandPunctuation 12480:EarlyDynasticCuneiform 12550:
12f90:Cypro-Minoan 13000:EgyptianHieroglyphs 13430:EgyptianHieroglyphFormatControls 13440:
13460:EgyptianHieroglyphsExtended-A 14400:AnatolianHieroglyphs 14680: 16100:GurungKhema 16140: 16800:BamumSupplement
16a40:Mro 16a70:Tangsa 16ad0:BassaVah 16b00:PahawhHmong 16b90: 16d40:KiratRai 16d80: 16e40:Medefaidrin
16ea0:BeriaErfe 16ee0: 16f00:Miao 16fa0: 16fe0:IdeographicSymbolsandPunctuation 17000:Tangut 18800:TangutComponents
18b00:KhitanSmallScript 18d00:TangutSupplement 18d80:TangutComponentsSupplement 18e00: 1aff0:KanaExtended-B
1b000:KanaSupplement 1b100:KanaExtended-A 1b130:SmallKanaExtension 1b170:Nushu 1b300: 1bc00:Duployan
1bca0:ShorthandFormatControls 1bcb0: 1cc00:SymbolsforLegacyComputingSupplement 1cec0:MiscellaneousSymbolsSupplement
1cf00:ZnamennyMusicalNotation 1cfd0: 1d000:ByzantineMusicalSymbols 1d100:MusicalSymbols
1d200:AncientGreekMusicalNotation 1d250: 1d2c0:KaktovikNumerals 1d2e0:MayanNumerals 1d300:TaiXuanJingSymbols
1d360:CountingRodNumerals 1d380: 1d400:MathematicalAlphanumericSymbols 1d800:SuttonSignWriting 1dab0:
1df00:LatinExtended-G 1e000:GlagoliticSupplement 1e030:CyrillicExtended-D 1e090: 1e100:NyiakengPuachueHmong 1e150:
1e290:Toto 1e2c0:Wancho 1e300: 1e4d0:NagMundari 1e500: 1e5d0:OlOnal 1e600: 1e6c0:TaiYo 1e700:
1e7e0:EthiopicExtended-B 1e800:MendeKikakui 1e8e0: 1e900:Adlam 1e960: 1ec70:IndicSiyaqNumbers 1ecc0:
1ed00:OttomanSiyaqNumbers 1ed50: 1ee00:ArabicMathematicalAlphabeticSymbols 1ef00: 1f000:MahjongTiles
1f030:DominoTiles 1f0a0:PlayingCards 1f100:EnclosedAlphanumericSupplement 1f200:EnclosedIdeographicSupplement
1f300:MiscellaneousSymbolsandPictographs 1f600:Emoticons 1f650:OrnamentalDingbats 1f680:TransportandMapSymbols
1f700:AlchemicalSymbols 1f780:GeometricShapesExtended 1f800:SupplementalArrows-C
1f900:SupplementalSymbolsandPictographs 1fa00:ChessSymbols 1fa70:SymbolsandPictographsExtended-A
1fb00:SymbolsforLegacyComputing 1fc00: 20000:CJKUnifiedIdeographsExtensionB 2a6e0:
2a700:CJKUnifiedIdeographsExtensionC 2b740:CJKUnifiedIdeographsExtensionD 2b820:CJKUnifiedIdeographsExtensionE
2ceb0:CJKUnifiedIdeographsExtensionF 2ebf0:CJKUnifiedIdeographsExtensionI 2ee60:
2f800:CJKCompatibilityIdeographsSupplement 2fa20: 30000:CJKUnifiedIdeographsExtensionG
31350:CJKUnifiedIdeographsExtensionH 323b0:CJKUnifiedIdeographsExtensionJ 33480: e0000:Tags e0080:
e0100:VariationSelectorsSupplement e01f0: f0000:SupplementaryPrivateUseArea-A 100000:SupplementaryPrivateUseArea-B
`;

/** Names of the Unicode that XSD 1.0 knew, and what their blocks are called now. */
const formerNames: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ new Map([
  ["Greek", ["GreekandCoptic"]],
  ["CombiningMarksforSymbols", ["CombiningDiacriticalMarksforSymbols"]],
  ["CyrillicSupplementary", ["CyrillicSupplement"]],
  ["PrivateUse", ["PrivateUseArea", "SupplementaryPrivateUseArea-A", "SupplementaryPrivateUseArea-B"]],
]);

let blocks: ReadonlyMap<string, CodePointRange> | undefined;

/** The ranges of the block, or of the blocks with a former name; `undefined` where there is none. */
export function blockRanges(name: string): readonly CodePointRange[] | undefined {
  blocks ??= readBlocks();
  const ranges: CodePointRange[] = [];
  for (const current of formerNames.get(name) ?? [name]) {
    const range = blocks.get(current);
    if (range !== undefined) ranges.push(range);
  }
  return ranges.length > 0 ? ranges : undefined;
}

function readBlocks(): ReadonlyMap<string, CodePointRange> {
  const entries = blockStarts
    .trim()
    .split(/\s/)
    .map((entry) => entry.split(":"));
  const found = new Map<string, CodePointRange>();
  for (const [index, [start = "", name = ""]] of entries.entries()) {
    const next = entries[index + 1]?.[0];
    const last = next === undefined ? 0x10ffff : Number.parseInt(next, 16) - 1;
    if (name !== "") found.set(name, [Number.parseInt(start, 16), last]);
  }
  return found;
}
