package org.parley.platform.mongo.index;

import java.time.Duration;
import java.util.stream.Collectors;

import com.mongodb.MongoException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.DefaultIndexOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.index.IndexOptions;

/**
 * Creates the indexes of a collection. Where an expiry index exists with another time,
 * for instance because a setting has changed, it takes the new time; MongoDB itself
 * refuses to create it, and the service would not start.
 *
 * @see <a href=
 * "https://www.mongodb.com/docs/manual/core/index-ttl/#change-the-expireafterseconds-value-for-a-ttl-index">MongoDB:
 * Change the expireAfterSeconds Value for a TTL Index</a>
 */
final class ExpiryIndexOperations extends DefaultIndexOperations {

	private static final int OPTIONS_CONFLICT = 85;

	ExpiryIndexOperations(MongoOperations mongo, String collection, @Nullable Class<?> type) {
		super(mongo, collection, type);
	}

	/**
	 * Creates an index, or changes the time of an expiry index.
	 * @throws DataAccessException if the index exists with another difference
	 */
	@Override
	public String createIndex(IndexDefinition index) {
		try {
			return super.createIndex(index);
		}
		catch (DataAccessException ex) {
			var seconds = index.getIndexOptions().get("expireAfterSeconds", Number.class);
			if (seconds == null || !isConflict(ex)) {
				throw ex;
			}
			alterIndex(name(index), IndexOptions.expireAfter(Duration.ofSeconds(seconds.longValue())));
			return super.createIndex(index);
		}
	}

	private static boolean isConflict(DataAccessException failure) {
		return failure.getCause() instanceof MongoException cause && cause.getCode() == OPTIONS_CONFLICT;
	}

	/** The name as given, or as the driver makes it. */
	private static String name(IndexDefinition index) {
		return index.getIndexOptions().get("name", generatedName(index.getIndexKeys()));
	}

	private static String generatedName(Document keys) {
		return keys.entrySet()
			.stream()
			.map((key) -> key.getKey() + "_" + key.getValue())
			.collect(Collectors.joining("_"));
	}

}
