package org.parley.platform.mongo.transaction;

import java.util.List;

import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * A document to insert.
 *
 * @param document the encoded document
 */
record InsertedDocument(String collection, RawBsonDocument document) {

	/** The most that one command inserts; the server allows 16 MB for all of it. */
	static final int MAX_BYTES = 8 * 1024 * 1024;

	int bytes() {
		return this.document.getByteBuffer().remaining();
	}

	/** The command that inserts some documents in order, into any collections. */
	static Document bulkWrite(String database, List<InsertedDocument> inserts) {
		var names = inserts.stream().map(InsertedDocument::collection).distinct().toList();
		var operations = inserts.stream()
			.map((insert) -> new Document("insert", names.indexOf(insert.collection())).append("document",
					insert.document()))
			.toList();
		var namespaces = names.stream().map((name) -> new Document("ns", database + "." + name)).toList();
		return new Document("bulkWrite", 1).append("ops", operations)
			.append("nsInfo", namespaces)
			.append("errorsOnly", true);
	}

}
