package org.parley.platform.mongo.index;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.LocalStackTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexInfo;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(classes = ExpiryIndexIT.Application.class, properties = "spring.data.mongodb.auto-index-creation=true")
@LocalStackTest
class ExpiryIndexIT {

	@Autowired
	private MongoTemplate mongo;

	@BeforeEach
	@AfterEach
	void dropCollection() {
		this.mongo.dropCollection("medlar");
	}

	@Test
	void expiryIndexTakesNewTime() {
		create(expiry(30));
		create(expiry(90));
		assertThat(expireAfter("at_1")).contains(Duration.ofDays(90));
		create(expiry(7));
		assertThat(expireAfter("at_1")).contains(Duration.ofDays(7));
	}

	@Test
	void namedExpiryIndexTakesNewTime() {
		create(expiry(30).named("expire"));
		create(expiry(90).named("expire"));
		assertThat(expireAfter("expire")).contains(Duration.ofDays(90));
	}

	@Test
	void expiryIndexOfAnnotationTakesNewTime() {
		create(expiry(30));
		this.mongo.getConverter().getMappingContext().getRequiredPersistentEntity(Medlar.class);
		assertThat(expireAfter("at_1")).contains(Duration.ofDays(90));
	}

	@Test
	void otherDifferenceIsRefused() {
		create(expiry(30));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> create(expiry(30).unique()));
		create(new Index("weight", Direction.ASC));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> create(new Index("weight", Direction.ASC).unique()));
	}

	private static Index expiry(int days) {
		return new Index("at", Direction.ASC).expire(Duration.ofDays(days));
	}

	private void create(Index index) {
		this.mongo.indexOps("medlar").createIndex(index);
	}

	private Optional<Duration> expireAfter(String name) {
		return this.mongo.indexOps("medlar")
			.getIndexInfo()
			.stream()
			.filter((index) -> index.getName().equals(name))
			.findAny()
			.flatMap(IndexInfo::getExpireAfter);
	}

	@Document("medlar")
	record Medlar(String id, @Indexed(expireAfter = "90d", useGeneratedName = true) Instant at) {
	}

	/** Its start creates no index of a document here. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan("org.parley.platform.mongo.database")
	static class Application {

	}

}
