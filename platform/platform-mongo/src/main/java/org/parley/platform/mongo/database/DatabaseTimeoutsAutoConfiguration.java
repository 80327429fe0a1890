package org.parley.platform.mongo.database;

import java.util.Objects;

import com.mongodb.client.MongoClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Configures how long services with a database wait for it. */
@AutoConfiguration(after = MongoAutoConfiguration.class, before = DataMongoAutoConfiguration.class)
@EnableConfigurationProperties(DatabaseTimeouts.class)
public class DatabaseTimeoutsAutoConfiguration {

	@Bean
	DatabasePulse databasePulse(DatabaseTimeouts timeouts) {
		return new DatabasePulse(timeouts);
	}

	@Bean
	@ConditionalOnMissingBean(MongoDatabaseFactory.class)
	@ConditionalOnSingleCandidate(MongoClient.class)
	MongoDatabaseFactory mongoDatabaseFactory(MongoClient client, MongoConnectionDetails connection,
			DatabaseTimeouts timeouts) {
		var database = Objects.requireNonNull(connection.getConnectionString().getDatabase(),
				"spring.mongodb.uri has no database");
		return new TimedDatabaseFactory(client, database, timeouts);
	}

}
