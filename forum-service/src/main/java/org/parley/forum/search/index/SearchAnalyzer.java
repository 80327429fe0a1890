package org.parley.forum.search.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Splits texts into terms: words of letters, digits, marks and underscores, single
 * characters where a script does not separate words; without case and accents, English
 * words without their endings.
 */
public final class SearchAnalyzer extends Analyzer {

	/** Splits the texts of documents and queries. */
	public static final SearchAnalyzer INSTANCE = new SearchAnalyzer();

	private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}\\p{M}_]");

	private SearchAnalyzer() {
	}

	@Override
	protected Reader initReader(String field, Reader reader) {
		return new PatternReplaceCharFilter(SEPARATOR, " ", reader);
	}

	@Override
	protected TokenStreamComponents createComponents(String field) {
		var words = new StandardTokenizer();
		return new TokenStreamComponents(words, new KStemFilter(new ASCIIFoldingFilter(new LowerCaseFilter(words))));
	}

	/** Returns the terms of a text, in order. */
	public List<String> terms(String text) {
		var terms = new ArrayList<String>();
		try (var tokens = tokenStream("", text)) {
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

}
