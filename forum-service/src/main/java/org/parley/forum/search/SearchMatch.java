package org.parley.forum.search;

import org.bson.Document;

/**
 * A match in an index, before its document is read.
 *
 * @param kind whether it is a thread or a post
 * @param id the id of the thread or post
 * @param threadId the id of the thread
 * @param score the relevance, higher is better
 */
record SearchMatch(SearchHit.Kind kind, String id, String threadId, double score) {

	static SearchMatch of(SearchHit.Kind kind, Document found) {
		return new SearchMatch(kind, found.getString("_id"), found.getString("threadId"), found.get("score", 0.0));
	}

	boolean isPost() {
		return this.kind == SearchHit.Kind.POST;
	}

}
