package org.parley.forum.search.index;

import java.util.Objects;

import com.mongodb.client.model.changestream.ChangeStreamDocument;
import org.bson.Document;

/** A changed document that concerns searches. */
record IndexedChange(String collection, String id) {

	static final String POSTS = "posts";

	static final String THREADS = "threads";

	static IndexedChange of(ChangeStreamDocument<Document> change) {
		var collection = Objects.requireNonNull(change.getNamespace(), "Changes of documents have a namespace");
		var key = Objects.requireNonNull(change.getDocumentKey(), "Changes of documents have a key");
		return new IndexedChange(collection.getCollectionName(), key.getString("_id").getValue());
	}

	boolean isPost() {
		return this.collection.equals(POSTS);
	}

	boolean isThread() {
		return this.collection.equals(THREADS);
	}

	boolean isGeneration() {
		return this.collection.equals(IndexGeneration.COLLECTION);
	}

}
