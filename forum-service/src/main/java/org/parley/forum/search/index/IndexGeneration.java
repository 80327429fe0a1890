package org.parley.forum.search.index;

import java.util.Objects;

import org.bson.Document;
import org.parley.platform.domain.Ids;

import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The generation that the indexes of all instances must have. An index of another
 * generation belongs to another database, or an administrator wants it to be rebuilt.
 */
@Component
class IndexGeneration {

	static final String COLLECTION = "search_index";

	private static final String VALUE = "generation";

	private static final Query ONLY = new Query(Criteria.where("_id").is("index"));

	private final MongoOperations mongo;

	IndexGeneration(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Returns the current generation; the first call creates it. */
	String current() {
		return change(new Update().setOnInsert(VALUE, Ids.next()));
	}

	/** Makes all instances rebuild their indexes. */
	void next() {
		change(Update.update(VALUE, Ids.next()));
	}

	private String change(Update update) {
		var options = FindAndModifyOptions.options().upsert(true).returnNew(true);
		return Objects.requireNonNull(this.mongo.findAndModify(ONLY, update, options, Document.class, COLLECTION))
			.getString(VALUE);
	}

}
