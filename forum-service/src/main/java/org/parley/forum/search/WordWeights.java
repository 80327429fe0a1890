package org.parley.forum.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.parley.forum.search.index.SearchFields;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.search.SearchAnalyzer;

/**
 * How much each word and then each phrase of a query counts: the rarer, the more. A
 * cursor contains them, so that scores stay the same on later pages while others write.
 *
 * @param tenths the weights in tenths; negative for words that so few documents have that
 * similar words are also searched for
 */
record WordWeights(List<Integer> tenths) {

	private static final int RADIX = 36;

	/** The characters of a weight in a cursor. */
	private static final int WIDTH = 2;

	/** Similar words are also searched for if fewer documents have the word itself. */
	private static final int RARE = 20;

	/** Weighs the words and phrases of a query by the documents that have them. */
	static WordWeights of(SearchQuery query, IndexReader reader) throws IOException {
		var tenths = new ArrayList<Integer>();
		for (var text : query.required()) {
			var documents = documents(reader, text);
			var weight = Math.max(1, (int) (10 * Math.log(1 + reader.maxDoc() / (documents + 0.5))));
			tenths.add((documents < RARE) ? -weight : weight);
		}
		return new WordWeights(tenths);
	}

	/** Returns how many documents have the rarest word of a text. */
	private static int documents(IndexReader reader, String text) throws IOException {
		var rarest = Integer.MAX_VALUE;
		for (var term : SearchAnalyzer.QUERIES.terms(text)) {
			rarest = Math.min(rarest, reader.docFreq(new Term(SearchFields.CONTENT, term))
					+ reader.docFreq(new Term(SearchFields.TITLE, term)));
		}
		return (rarest < Integer.MAX_VALUE) ? rarest : 0;
	}

	/** Parses the weights of a cursor. */
	static WordWeights parse(String text, int count) {
		if (text.length() != count * WIDTH || !text.matches("[0-9a-z]*")) {
			throw RefusalException.field("cursor", "cursor.invalid", "This is not a cursor of this search.");
		}
		return new WordWeights(IntStream.range(0, count)
			.map((position) -> Integer.parseInt(text, position * WIDTH, (position + 1) * WIDTH, RADIX))
			.mapToObj((number) -> (number % 2 == 0) ? number / 2 : -(number / 2))
			.toList());
	}

	float weight(int position) {
		return Math.abs(this.tenths.get(position)) / 10f;
	}

	/** Whether similar words are also searched for. */
	boolean isRare(int position) {
		return this.tenths.get(position) < 0;
	}

	float sum() {
		return this.tenths.stream().mapToInt(Math::abs).sum() / 10f;
	}

	/** The text in a cursor: the weights are even numbers, odd ones for rare words. */
	@Override
	public String toString() {
		return this.tenths.stream()
			.map((weight) -> (weight < 0) ? 1 - 2 * weight : 2 * weight)
			.map((number) -> Integer.toString(RADIX * RADIX + number, RADIX).substring(1))
			.collect(Collectors.joining());
	}

}
