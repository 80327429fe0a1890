package org.parley.platform.test.database;

import java.util.List;
import java.util.Set;

import org.bson.Document;

import org.springframework.data.mongodb.core.MongoOperations;

/** Finds texts that a database should not contain, such as secrets and erased names. */
public final class StoredTexts {

	private StoredTexts() {
	}

	/**
	 * Returns the names of the collections in which a document contains a text.
	 * @param text the text, in the same case
	 * @param ignored collections that are not searched, such as an outbox, which is
	 * emptied soon
	 */
	public static List<String> collectionsContaining(MongoOperations mongo, String text, String... ignored) {
		var skipped = Set.of(ignored);
		return mongo.getCollectionNames()
			.stream()
			.filter((name) -> !skipped.contains(name))
			.filter((name) -> mongo.findAll(Document.class, name)
				.stream()
				.anyMatch((document) -> document.toString().contains(text)))
			.toList();
	}

}
