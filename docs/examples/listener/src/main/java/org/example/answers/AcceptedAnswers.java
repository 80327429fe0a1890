package org.example.answers;

import org.bson.Document;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The accepted answer of each thread. Events may arrive twice, and after newer ones: the
 * version of the thread decides, in the same command that writes.
 */
@Component
class AcceptedAnswers implements InitializingBean {

	private static final String ANSWERS = "answers";

	private final MongoOperations mongo;

	AcceptedAnswers(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(ANSWERS).createIndex(new Index("author", Sort.Direction.ASC));
	}

	void apply(AnswerEvent event) {
		var thread = event.data().thread();
		var older = new Query(Criteria.where("_id").is(thread.id()).and("version").lt(thread.version()));
		var update = new Update().set("version", thread.version());
		if (event.isAccepted()) {
			update.set("author", event.data().post().author().id());
		}
		else {
			update.unset("author");
		}
		try {
			this.mongo.upsert(older, update, ANSWERS);
		}
		catch (DuplicateKeyException ex) {
			// The thread is stored with this version or a newer one.
		}
	}

	long countOf(String person) {
		return this.mongo.count(new Query(Criteria.where("author").is(person)), Document.class, ANSWERS);
	}

}
