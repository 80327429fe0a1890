package org.parley.notification.notification;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Follows threads with what was told of them. */
@Component
public class Placing {

	private final MongoOperations mongo;

	Placing(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Only who may read the other category sees it now. */
	public void move(String threadId, String categoryId) {
		var elsewhere = of(threadId).and("categoryId").ne(categoryId);
		this.mongo.updateMulti(new Query(elsewhere), new Update().set("categoryId", categoryId).inc("version", 1),
				Notification.class);
	}

	/** Nobody sees it any more. */
	public void remove(String threadId) {
		this.mongo.remove(new Query(of(threadId)), Notification.class);
	}

	private static Criteria of(String threadId) {
		return Criteria.where("threadId").is(threadId);
	}

}
