package org.parley.notification.notification;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Follows threads with what was told of them, and what is still to be. */
@Component
public class Placing {

	private final MongoOperations mongo;

	private final LateNews late;

	Placing(MongoOperations mongo, LateNews late) {
		this.mongo = mongo;
		this.late = late;
	}

	/** Only who may read the other category sees it now. */
	public void move(String threadId, String categoryId) {
		var elsewhere = of(threadId).and("categoryId").ne(categoryId);
		this.mongo.updateMulti(new Query(elsewhere), new Update().set("categoryId", categoryId).inc("version", 1),
				Notification.class);
		this.late.move(threadId, categoryId);
	}

	/** Nobody sees it any more. */
	public void remove(String threadId) {
		this.mongo.remove(new Query(of(threadId)), Notification.class);
		this.late.forgetThread(threadId);
	}

	private static Criteria of(String threadId) {
		return Criteria.where("threadId").is(threadId);
	}

}
