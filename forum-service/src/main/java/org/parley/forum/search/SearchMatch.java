package org.parley.forum.search;

import org.bson.Document;

/**
 * Something that fits, before it is read.
 *
 * @param kind whether a thread or a post
 * @param id its id
 * @param threadId the thread
 * @param score how well it fits
 */
record SearchMatch(SearchHit.Kind kind, String id, String threadId, double score) {

	static SearchMatch of(SearchHit.Kind kind, Document found) {
		return new SearchMatch(kind, found.getString("_id"), found.getString("threadId"), found.get("score", 0.0));
	}

	boolean isPost() {
		return this.kind == SearchHit.Kind.POST;
	}

}
