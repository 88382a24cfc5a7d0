/** Invented newspaper text for property tests: Han, marks, quotes, numbers, Latin words. */
import fc from 'fast-check'

const HAN =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理世车'
const PAUSES = ['，', '，', '，', '、', '；', '：']
const STOPS = ['。', '。', '。', '！', '？', '……']

const han = fc.constantFrom(...Array.from(HAN))
const word = fc.string({ unit: han, minLength: 1, maxLength: 6 })
const number = fc.constantFrom('12月24日', '50%', '3~5年', '1.5万', '860项', '2026年', '21.52%')
const latin = fc.constantFrom('AI', 'Wi-Fi', 'GDP', 'development', '3D', 'km')
const phrase = fc.oneof(
  { weight: 10, arbitrary: word },
  { weight: 1, arbitrary: number },
  { weight: 1, arbitrary: latin },
  { weight: 1, arbitrary: word.map((text) => `“${text}”`) },
  { weight: 1, arbitrary: word.map((text) => `《${text}》`) },
  { weight: 1, arbitrary: word.map((text) => `（${text}）`) },
  { weight: 1, arbitrary: word.map((text) => `——${text}`) },
)

/** A sentence of some phrases with marks between them. */
const sentence = fc
  .tuple(
    fc.array(fc.tuple(phrase, fc.constantFrom(...PAUSES)), { minLength: 1, maxLength: 8 }),
    phrase,
    fc.constantFrom(...STOPS),
  )
  .map(([parts, last, stop]) => parts.map(([text, pause]) => text + pause).join('') + last + stop)

/** A paragraph of 1 to `sentences` sentences. */
export const chineseParagraph = (sentences = 6): fc.Arbitrary<string> =>
  fc.array(sentence, { minLength: 1, maxLength: sentences }).map((list) => list.join(''))

/** A story's paragraphs. */
export const chineseText = (paragraphs = 8): fc.Arbitrary<readonly string[]> =>
  fc.array(chineseParagraph(), { minLength: 1, maxLength: paragraphs })
