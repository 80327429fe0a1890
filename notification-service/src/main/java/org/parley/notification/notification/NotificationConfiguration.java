package org.parley.notification.notification;

import java.time.Duration;

import org.bson.Document;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;

/** The indexes of notifications. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

	/** Longer than {@link Notification#RESTORABLE}. */
	private static final Duration DELETED = Duration.ofMinutes(10);

	@Bean
	InitializingBean notificationIndexes(MongoOperations mongo) {
		return () -> {
			var indexes = mongo.indexOps(Notification.class);
			indexes.createIndex(new CompoundIndexDefinition(
					new Document("userId", 1).append("listed", 1).append("read", 1).append("_id", -1)));
			indexes.createIndex(new CompoundIndexDefinition(new Document("userId", 1).append("listed", 1)
				.append("kind", 1)
				.append("read", 1)
				.append("_id", -1)));
			indexes.createIndex(new Index("openFor", Sort.Direction.ASC).unique()
				.partial(PartialIndexFilter.of(Criteria.where("openFor").exists(true))));
			indexes.createIndex(new Index("threadId", Sort.Direction.ASC));
			indexes.createIndex(new Index("socialPostId", Sort.Direction.ASC)
				.partial(PartialIndexFilter.of(Criteria.where("socialPostId").exists(true))));
			indexes.createIndex(new Index("readAt", Sort.Direction.ASC));
			indexes.createIndex(new Index("createdAt", Sort.Direction.ASC));
			indexes.createIndex(new Index("deletedAt", Sort.Direction.ASC).expire(DELETED));
		};
	}

}
