package org.parley.forum.threadlist;

import org.parley.forum.thread.ForumThread;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/**
 * Creates one index for each prefix and sort order: the prefix, the sort fields, then the
 * category and the status, so that the index alone skips threads that a reader may not
 * see or does not ask for.
 */
@Component
class ListIndexes implements InitializingBean {

	private final MongoOperations mongo;

	ListIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		for (var prefix : ListIndexPrefix.values()) {
			for (var order : ThreadOrder.values()) {
				this.mongo.indexOps(ForumThread.class).createIndex(index(prefix, order));
			}
		}
	}

	private static Index index(ListIndexPrefix prefix, ThreadOrder order) {
		var index = new Index().named(prefix.indexName(order));
		prefix.fields().forEach((field) -> index.on(field, Direction.ASC));
		order.fields().forEach((field) -> index.on(field, Direction.DESC));
		index.on("_id", Direction.DESC);
		if (prefix != ListIndexPrefix.CATEGORY) {
			index.on("categoryId", Direction.ASC);
		}
		index.on("status", Direction.ASC);
		if (order == ThreadOrder.UNANSWERED) {
			index.partial(PartialIndexFilter.of(Criteria.where("replyCount").is(0)));
		}
		return index;
	}

}
