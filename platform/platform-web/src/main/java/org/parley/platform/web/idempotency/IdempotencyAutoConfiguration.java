package org.parley.platform.web.idempotency;

import java.time.Duration;
import java.time.InstantSource;

import jakarta.servlet.http.HttpServletRequest;
import org.parley.platform.web.PlatformWebAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions and idempotency keys for services that own a database. */
@AutoConfiguration(after = { DataMongoAutoConfiguration.class, PlatformWebAutoConfiguration.class })
@ConditionalOnClass(MongoOperations.class)
@ConditionalOnBean(MongoDatabaseFactory.class)
public class IdempotencyAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(PlatformTransactionManager.class)
	MongoTransactionManager transactionManager(MongoDatabaseFactory databases) {
		return new MongoTransactionManager(databases);
	}

	@Bean
	IdempotencyAspect idempotencyAspect(HttpServletRequest request, MongoOperations mongo,
			PlatformTransactionManager transactions, JsonMapper json, InstantSource clock) {
		return new IdempotencyAspect(request, mongo, new TransactionTemplate(transactions), json, clock);
	}

	@Bean
	InitializingBean idempotencyIndexes(MongoOperations mongo) {
		return () -> mongo.indexOps(IdempotencyRecord.class)
			.createIndex(new Index("at", Sort.Direction.ASC).expire(Duration.ofHours(24)));
	}

}
