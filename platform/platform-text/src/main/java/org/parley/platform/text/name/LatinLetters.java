package org.parley.platform.text.name;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes letters of all scripts with the letters {@code a} to {@code z}. ICU knows most
 * of them; signs that it adds to a word, such as that of the Arabic letter Ain, do not
 * divide the word.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/transforms/general/rules">ICU
 * rules of transforms</a>
 */
final class LatinLetters {

	/**
	 * Spaces replace what is of no word before the letters are changed, so that all that
	 * is left afterwards belongs to a word. The letters in between are those that ICU
	 * leaves as they are: of Cyrillic, of Urdu and Kurdish, and of African languages.
	 */
	static final String RULES = """
			:: NFKC ;
			:: Lower ;
			:: [[:Default_Ignorable_Code_Point:] ['`"\u2018\u2019\u02B9-\u02BF\u05F3\u05F4\uA78C]] Remove ;
			l { [\u00B7\u2027] } l > ;
			[^[:L:][:M:][:N:]_] > ' ' ;
			ә > a ; ґ > g ; ҳ > h ; ҷ > j ; ҹ > j ; җ > j ; ҝ > g ; ҡ > q ; ҟ > k ; ӄ > k ; ҥ > n g ; ӈ > n g ;
			ҫ > s ; ҭ > t ; ҵ > t s ; ҽ > c h ; ӌ > c h ; ӡ > d z ; ӷ > g ; ѣ > e ; ѳ > f ; ѵ > i ; ѫ > u ; ѧ > y a ;
			ھ > h ; ں > n ; ٱ > a ; ۆ > o ; ۉ > o ; ۅ > o ; ۇ > u ; ۈ > u ; ێ > e ; ڕ > r ; ڵ > l ;
			:: Any-Latin ;
			:: si-si_Latn ;
			:: Latin-ASCII ;
			[əǝɛ] > e ; [ɔɵ] > o ; [ɣɡ] > g ; [ʒʑ] > z ; [ʊɯ] > u ; [ʌɑɐ] > a ; ɪ > i ; ʃ > s ; ʋ > v ; ʷ > w ;
			""";

	/** A letter in a name of Unicode, such as that of {@code KHMER LETTER KHA}. */
	private static final Pattern NAMED = Pattern.compile(" (?:LETTER|VOWEL SIGN|SYLLABLE|SYLLABICS) (?<sound>[A-Z]+)");

	/** The vowel of a consonant's name, which other vowels replace. */
	private static final Pattern INHERENT_VOWEL = Pattern.compile("(?<=[^AEIOU])[AEIOU]+$");

	/** The beginning of all names of Berber letters. */
	private static final Pattern BERBER = Pattern.compile("^YA?(?=.)");

	private LatinLetters() {
	}

	/** Appends a character to which the rules were applied. */
	static void append(StringBuilder latin, int c) {
		if (c == ' ' || c == '_' || (c >= 'a' && c <= 'z')) {
			latin.append((char) c);
		}
		else if (Character.isDigit(c)) {
			latin.append(Character.digit(c, 10));
		}
		else {
			latin.append(named(c));
		}
	}

	/** Lao, Khmer, Tibetan and others, of which ICU has no rules. */
	private static String named(int c) {
		var letter = NAMED.matcher(String.valueOf(Character.getName(c)));
		if (!letter.find()) {
			return "";
		}
		var sound = letter.group("sound");
		return switch (UnicodeScript.of(c)) {
			case COMMON, INHERITED, LATIN, GREEK, CYRILLIC, ARABIC -> "";
			case CHEROKEE, CANADIAN_ABORIGINAL, YI, VAI -> sound.toLowerCase(Locale.ROOT);
			case TIFINAGH -> BERBER.matcher(sound).replaceFirst("").toLowerCase(Locale.ROOT);
			default -> INHERENT_VOWEL.matcher(sound).replaceFirst("").toLowerCase(Locale.ROOT);
		};
	}

}
