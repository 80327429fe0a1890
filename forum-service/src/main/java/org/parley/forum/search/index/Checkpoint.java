package org.parley.forum.search.index;

import java.util.Map;
import java.util.Optional;

import org.bson.BsonDocument;
import org.parley.platform.text.search.SearchAnalyzer;

/**
 * How far an index follows the database. It is stored in the commits of the index.
 *
 * @param token the last applied change of the stream of changes
 */
record Checkpoint(String generation, BsonDocument token) {

	/** Increase the number whenever documents are indexed in another way. */
	private static final String SCHEMA = "4." + SearchAnalyzer.VERSION;

	/** No generation has it, so that an index of it is rebuilt. */
	static final Checkpoint NONE = new Checkpoint("", new BsonDocument());

	Checkpoint at(BsonDocument later) {
		return new Checkpoint(this.generation, later);
	}

	Map<String, String> data() {
		return Map.of("schema", SCHEMA, "generation", this.generation, "token", this.token.toJson());
	}

	/** Reads a checkpoint; empty if the index was built in another way. */
	static Optional<Checkpoint> of(Map<String, String> data) {
		return SCHEMA.equals(data.get("schema"))
				? Optional
					.of(new Checkpoint(data.getOrDefault("generation", ""), BsonDocument.parse(data.get("token"))))
				: Optional.empty();
	}

}
