package org.parley.launcher.seed;

import java.util.List;

import org.bson.Document;

/**
 * A thread and its posts, as forum-service stores them.
 *
 * @param thread its one document
 * @param posts their documents, in order
 */
record Discussion(Document thread, List<Document> posts) {

	Discussion {
		posts = List.copyOf(posts);
	}

}
