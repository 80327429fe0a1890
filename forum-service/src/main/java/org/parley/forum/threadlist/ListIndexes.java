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
 * One index for each narrowing and order: the narrowing value, then the order's fields,
 * then the category, so that what a reader may not see is passed over without a look at
 * the thread.
 */
@Component
class ListIndexes implements InitializingBean {

	private final MongoOperations mongo;

	ListIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		for (var listIndexPrefix : ListIndexPrefix.values()) {
			for (var threadOrder : ThreadOrder.values()) {
				this.mongo.indexOps(ForumThread.class).createIndex(index(listIndexPrefix, threadOrder));
			}
		}
	}

	private static Index index(ListIndexPrefix listIndexPrefix, ThreadOrder threadOrder) {
		var index = new Index(listIndexPrefix.field(), Direction.ASC).on("listed", Direction.ASC)
			.named(listIndexPrefix.index(threadOrder));
		threadOrder.fields().forEach((field) -> index.on(field, Direction.DESC));
		index.on("_id", Direction.DESC);
		if (listIndexPrefix != ListIndexPrefix.CATEGORY) {
			index.on(ListIndexPrefix.CATEGORY.field(), Direction.ASC);
		}
		if (threadOrder == ThreadOrder.UNANSWERED) {
			index.partial(PartialIndexFilter.of(Criteria.where("replyCount").is(0)));
		}
		return index;
	}

}
