package org.parley.platform.mongo.index;

import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.database.DatabaseTimeoutsAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.index.IndexOperations;

/**
 * Lets the times of all expiry indexes change, those of {@code @Indexed} included, which
 * Spring Data creates through the template.
 */
@AutoConfiguration(after = DatabaseTimeoutsAutoConfiguration.class, before = DataMongoAutoConfiguration.class)
class ExpiryIndexAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(MongoOperations.class)
	@ConditionalOnSingleCandidate(MongoDatabaseFactory.class)
	MongoTemplate mongoTemplate(MongoDatabaseFactory database, MongoConverter converter) {
		return new ExpiryIndexTemplate(database, converter);
	}

	private static final class ExpiryIndexTemplate extends MongoTemplate {

		ExpiryIndexTemplate(MongoDatabaseFactory database, MongoConverter converter) {
			super(database, converter);
		}

		@Override
		public IndexOperations indexOps(String collectionName, @Nullable Class<?> type) {
			return new ExpiryIndexOperations(this, collectionName, type);
		}

	}

}
