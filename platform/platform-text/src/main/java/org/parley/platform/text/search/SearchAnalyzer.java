package org.parley.platform.text.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.text.UnicodeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Splits texts into terms. Words are segmented as ICU does for their script, and have
 * neither case nor accents, points and other marks; English words lose their endings,
 * Arabic ones their article, too. Languages without spaces between words, and Korean,
 * have pairs of characters as terms. Names such as {@code c#}, {@code c++} and
 * {@code .net}, numbers such as {@code 1.2.3}, and emoji are terms of their own.
 * <p>
 * Texts have more terms than queries: also each single character, and those of
 * {@link TermVariants}.
 */
public final class SearchAnalyzer extends Analyzer {

	/** Increase it whenever texts have other terms; what was indexed is then rebuilt. */
	public static final int VERSION = 12;

	/** Splits the texts that searches find. */
	public static final SearchAnalyzer TEXTS = new SearchAnalyzer(true, true);

	/** Splits what people search for. */
	public static final SearchAnalyzer QUERIES = new SearchAnalyzer(false, true);

	/** Splits names of people; their endings stay, because people search as they type. */
	public static final SearchAnalyzer NAMES = new SearchAnalyzer(true, false);

	/** Splits the beginning of a name for which people search. */
	public static final SearchAnalyzer NAME_QUERIES = new SearchAnalyzer(false, false);

	/** Stems one folded word. */
	private static final Analyzer ARABIC = new Analyzer() {
		@Override
		protected TokenStreamComponents createComponents(String field) {
			var word = new KeywordTokenizer();
			return new TokenStreamComponents(word, new ArabicStemFilter(word));
		}
	};

	private static final char FIRST_HEBREW = '\u0590';

	private static final char LAST_ARABIC = '\u06FF';

	private static final int MAX_TERM = 255;

	private static final int PAIRED_SCRIPTS = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA
			| CJKBigramFilter.HANGUL;

	private static final Normalizer2 COMPATIBILITY = Normalizer2.getNFKCInstance();

	/** Voicing marks and the length sign of Kana make other words. */
	private static final Normalizer2 FOLDING = new FilteredNormalizer2(ICUFoldingFilter.NORMALIZER,
			new UnicodeSet("[^[:Hiragana:][:Katakana:]\u30FC\u3099\u309A]").freeze());

	/** A nasal before another consonant, which Hindi also writes as a dot. */
	private static final Pattern NASAL = Pattern.compile("[\u0919\u091E\u0923\u0928\u092E]\u094D([\u0915-\u0939])");

	/**
	 * The Armenian word for "and", of which a capital letter and reformed spelling have
	 * another end.
	 */
	private static final Pattern EV = Pattern.compile("([եԵ])[ւՒ]");

	private final boolean ofTexts;

	private final boolean stems;

	private SearchAnalyzer(boolean ofTexts, boolean stems) {
		this.ofTexts = ofTexts;
		this.stems = stems;
	}

	@Override
	protected Reader initReader(String field, Reader reader) {
		try {
			var read = NumberEdges.separate(COMPATIBILITY.normalize(read(reader)));
			var divided = this.ofTexts ? DividedWords.divide(read) : DividedWords.join(read);
			var text = JoinedWords.join(divided, this.ofTexts ? TermVariants.JOINT : "");
			return new StringReader(SpecialNames.separate(letters(text)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Folds a word as those of texts and queries are. */
	public static String fold(String word) {
		return FOLDING.normalize(letters(COMPATIBILITY.normalize(word)));
	}

	/** Writes a word as on keyboards that lack some of its letters. */
	public static String spelled(String word) {
		return TermVariants.spelled(word);
	}

	/** Writes divided words and Hebrew abbreviations without the signs between parts. */
	public static String whole(String text) {
		return DividedWords.whole(JoinedWords.join(text));
	}

	/** Takes the article and endings from a folded Arabic word. */
	public static String arabicStem(String folded) {
		return isHebrewOrArabic(folded) ? String.join("", terms(ARABIC, folded)) : folded;
	}

	/**
	 * Returns the other forms in which queries find a folded word of a text: without
	 * Hebrew particles, and without the article and endings of Arabic.
	 */
	public static List<String> bareForms(String folded) {
		if (!isHebrewOrArabic(folded)) {
			return List.of();
		}
		return Stream.concat(TermVariants.withoutParticles(folded).stream(), Stream.of(arabicStem(folded))).toList();
	}

	/** Most words are of other scripts and need nothing more. */
	private static boolean isHebrewOrArabic(String word) {
		return word.chars().anyMatch((letter) -> letter >= FIRST_HEBREW && letter <= LAST_ARABIC);
	}

	private static String letters(String text) {
		return EV.matcher(NASAL.matcher(SearchLetters.unify(text)).replaceAll("\u0902$1")).replaceAll("$1վ");
	}

	private static String read(Reader reader) throws IOException {
		var text = new StringWriter();
		reader.transferTo(text);
		return text.toString();
	}

	@Override
	protected TokenStreamComponents createComponents(String field) {
		var tokens = new ICUTokenizer(new Segmentation());
		var words = new NumberedWordFilter(tokens);
		var folded = new ICUFoldingFilter(this.ofTexts ? new TermVariantFilter(words) : words, FOLDING);
		var paired = new CJKBigramFilter(new LengthFilter(folded, 1, MAX_TERM), PAIRED_SCRIPTS, this.ofTexts);
		var placed = this.ofTexts ? new PairRunFilter(paired) : paired;
		return new TokenStreamComponents(tokens, this.stems ? new KStemFilter(new ArabicStemFilter(placed)) : placed);
	}

	/**
	 * Writes a query in each way of which texts need to have one: as it is, with divided
	 * words as one ({@code wifi} for {@code wi-fi}), with some of them apart
	 * ({@code e mail} for {@code e-mail}, {@code 1 000} for {@code 1,000}), and without
	 * letters that keyboards lack ({@code groesse} for {@code größe}).
	 */
	public static List<String> forms(String query) {
		return Stream.concat(wordForms(query).stream(), Stream.of(DividedWords.apart(COMPATIBILITY.normalize(query))))
			.distinct()
			.toList();
	}

	/**
	 * Returns the forms whose words mean the same when each stands alone. Those of a
	 * number that is written apart do not: {@code 1} and {@code 980}.
	 */
	public static List<String> wordForms(String query) {
		var text = COMPATIBILITY.normalize(query);
		return Stream.of(query, DividedWords.whole(text), TermVariants.spelled(text)).distinct().toList();
	}

	/** Returns the terms of a text, in order. */
	public List<String> terms(String text) {
		return terms(this, text);
	}

	private static List<String> terms(Analyzer analyzer, String text) {
		var terms = new ArrayList<String>();
		try (var tokens = analyzer.tokenStream("", text)) {
			var term = tokens.addAttribute(CharTermAttribute.class);
			tokens.reset();
			while (tokens.incrementToken()) {
				terms.add(term.toString());
			}
			tokens.end();
			return terms;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Scripts without spaces between words are paired like Korean. Dictionaries split a
	 * query in another way than the sentence around it, and do not split compounds.
	 */
	private static final class Segmentation extends DefaultICUTokenizerConfig {

		Segmentation() {
			super(false, true);
		}

		@Override
		public String getType(int script, int status) {
			return super.getType((status == RuleBasedBreakIterator.WORD_LETTER) ? paired(script) : script, status);
		}

		private static int paired(int script) {
			return switch (script) {
				case UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR -> UScript.HANGUL;
				default -> script;
			};
		}

	}

}
