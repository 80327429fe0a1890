package org.parley.platform.web.idempotency;

import java.time.Duration;
import java.time.InstantSource;

import jakarta.servlet.http.HttpServletRequest;
import org.parley.platform.web.PlatformWebAutoConfiguration;
import org.parley.platform.web.transaction.TransactionAutoConfiguration;
import org.parley.platform.web.transaction.UnitOfWork;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Idempotency keys for services that own a database. */
@AutoConfiguration(after = { TransactionAutoConfiguration.class, PlatformWebAutoConfiguration.class })
@ConditionalOnClass(MongoOperations.class)
@ConditionalOnBean(MongoDatabaseFactory.class)
public class IdempotencyAutoConfiguration {

	@Bean
	IdempotencyAspect idempotencyAspect(HttpServletRequest request, MongoOperations mongo, UnitOfWork work,
			JsonMapper json, InstantSource clock) {
		return new IdempotencyAspect(request, mongo, work, json, clock);
	}

	@Bean
	InitializingBean idempotencyIndexes(MongoOperations mongo) {
		return () -> mongo.indexOps(IdempotencyRecord.class)
			.createIndex(new Index("at", Sort.Direction.ASC).expire(Duration.ofHours(24)));
	}

}
