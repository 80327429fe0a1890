package org.parley.platform.mongo.transaction;

import org.parley.platform.mongo.database.DatabasePulse;
import org.parley.platform.mongo.database.DatabaseTimeouts;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.transaction.PlatformTransactionManager;

/** Configures transactions for services with a database. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@ConditionalOnBean(MongoDatabaseFactory.class)
public class TransactionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(PlatformTransactionManager.class)
	MongoTransactionManager transactionManager(MongoDatabaseFactory databases, DatabasePulse pulse) {
		return new SessionTransactionManager(databases, new CommitAttempts(pulse));
	}

	@Bean
	BatchedInserts batchedInserts(MongoDatabaseFactory databases, MongoOperations mongo, DatabaseTimeouts timeouts,
			DatabasePulse pulse) {
		return new BatchedInserts(databases, mongo, new GroupCommit(databases, timeouts.request(), pulse));
	}

	@Bean
	UnitOfWork unitOfWork(PlatformTransactionManager transactions, DatabasePulse pulse) {
		return new UnitOfWork(transactions, pulse);
	}

	@Bean
	@Lazy
	StripedLocks stripedLocks(UnitOfWork unitOfWork, DatabasePulse pulse) {
		return new StripedLocks(unitOfWork, pulse);
	}

}
