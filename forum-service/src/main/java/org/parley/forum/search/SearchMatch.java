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
 * @param isPost whether it is a post
 * @param score the relevance, higher is better; zero in an order without relevance
 */
record SearchMatch(String id, boolean isPost, float score) {

	static List<SearchMatch> of(ScoreDoc[] found) {
		return Arrays.stream(found).map((match) -> of(((FieldDoc) match).fields)).toList();
	}

	/** The sort keys are the score, if any, the id, and whether it is a post. */
	private static SearchMatch of(Object[] keys) {
		var id = ((BytesRef) keys[keys.length - 2]).utf8ToString();
		return new SearchMatch(id, (Integer) keys[keys.length - 1] > 0, (keys.length > 2) ? (Float) keys[0] : 0);
	}

}
