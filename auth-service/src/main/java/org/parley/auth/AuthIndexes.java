package org.parley.auth;

import java.time.Duration;

import org.bson.Document;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/**
 * Creates the indexes of grants and consents, which have no document class, before the
 * first request.
 */
@Component
class AuthIndexes implements InitializingBean {

	private final MongoOperations mongo;

	AuthIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var grants = this.mongo.indexOps("oauth_grants");
		grants.createIndex(new Index("keys", Direction.ASC).unique().sparse());
		grants.createIndex(new CompoundIndexDefinition(new Document("principal", 1).append("_id", 1)));
		grants.createIndex(new CompoundIndexDefinition(new Document("client", 1).append("principal", 1)));
		grants.createIndex(new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		this.mongo.indexOps("oauth_consents").createIndex(new Index("client", Direction.ASC));
	}

}
