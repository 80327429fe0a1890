package org.parley.forum.search;

import java.util.Arrays;
import java.util.List;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * A match in the index, before its thread or post is read.
 *
 * @param id the id of the thread or post
 * @param score the relevance, higher is better; zero in an order without relevance
 */
record SearchMatch(String id, float score) {

	static List<SearchMatch> of(ScoreDoc[] found) {
		return Arrays.stream(found).map((match) -> of(((FieldDoc) match).fields)).toList();
	}

	/** The sort keys are the score, if any, and the id. */
	private static SearchMatch of(Object[] keys) {
		var id = ((BytesRef) keys[keys.length - 1]).utf8ToString();
		return new SearchMatch(id, (keys.length > 1) ? (Float) keys[0] : 0);
	}

}
