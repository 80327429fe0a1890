package org.parley.forum.search.index;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * Scores a word by its frequency in a text and the text's length alone. How rare the word
 * is must come from the query, so that scores do not change while others write.
 */
final class IndexSimilarity extends BM25Similarity {

	/** The typical number of words of a post. */
	private static final float LENGTH = 60;

	@Override
	protected float idf(long documents, long all) {
		return 1;
	}

	@Override
	protected float avgFieldLength(CollectionStatistics statistics) {
		return LENGTH;
	}

}
