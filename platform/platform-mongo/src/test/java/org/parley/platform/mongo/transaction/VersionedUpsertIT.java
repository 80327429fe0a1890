package org.parley.platform.mongo.transaction;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.LocalStackTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@LocalStackTest
class VersionedUpsertIT {

	private static final int EVENTS = 8;

	@Autowired
	private MongoTemplate mongo;

	private final ExecutorService threads = Executors.newFixedThreadPool(EVENTS);

	@AfterEach
	void stop() {
		this.threads.close();
	}

	@ParameterizedTest
	@EnumSource
	void olderAndEqualVersionsChangeNothing(Command command) {
		var id = Ids.next();
		command.save(this.mongo, id, 2, "second");
		command.save(this.mongo, id, 1, "first");
		command.save(this.mongo, id, 2, "again");
		assertThat(find(id).getString("state")).isEqualTo("second");
		command.save(this.mongo, id, 3, "third");
		assertThat(find(id).getString("state")).isEqualTo("third");
	}

	@Test
	void resultSaysWhatWasStored() {
		var id = Ids.next();
		assertThat(VersionedUpsert.saveIfNewer(this.mongo, new Projected(id, "first", 1))).isTrue();
		assertThat(VersionedUpsert.saveIfNewer(this.mongo, new Projected(id, "again", 1))).isFalse();
		assertThat(VersionedUpsert.replaceOlder(this.mongo, new Projected(id, "second", 2), Projected.class))
			.contains(new Projected(id, "first", 1));
		assertThat(VersionedUpsert.replaceOlder(this.mongo, new Projected(Ids.next(), "new", 1), Projected.class))
			.isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void newestOfConcurrentFirstVersionsStays(Command command) {
		for (int round = 0; round < 100; round++) {
			var id = Ids.next();
			var barrier = new CyclicBarrier(EVENTS);
			var saves = IntStream.rangeClosed(1, EVENTS)
				.mapToObj((version) -> CompletableFuture.runAsync(() -> saveTogether(command, barrier, id, version),
						this.threads))
				.toList();
			saves.forEach(CompletableFuture::join);
			assertThat(find(id).getLong("version")).isEqualTo(EVENTS);
		}
	}

	private void saveTogether(Command command, CyclicBarrier barrier, String id, long version) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		command.save(this.mongo, id, version, "any");
	}

	private Document find(String id) {
		return Objects.requireNonNull(this.mongo.getCollection("projected").find(new Document("_id", id)).first());
	}

	@org.springframework.data.mongodb.core.mapping.Document("projected")
	record Projected(String id, String state, long version) {
	}

	/** The ways to store a state. */
	enum Command {

		UPDATE {

			@Override
			void save(MongoTemplate mongo, String id, long version, String state) {
				VersionedUpsert.saveIfNewer(mongo, Projected.class, id, version, Update.update("state", state));
			}

		},
		RECORD {

			@Override
			void save(MongoTemplate mongo, String id, long version, String state) {
				VersionedUpsert.saveIfNewer(mongo, new Projected(id, state, version));
			}

		},
		RECORDS {

			@Override
			void save(MongoTemplate mongo, String id, long version, String state) {
				VersionedUpsert.saveAllIfNewer(mongo,
						List.of(new Projected(Ids.next(), state, version), new Projected(id, state, version)),
						Projected.class);
			}

		},
		REPLACEMENT {

			@Override
			void save(MongoTemplate mongo, String id, long version, String state) {
				VersionedUpsert.replaceOlder(mongo, new Projected(id, state, version), Projected.class);
			}

		};

		abstract void save(MongoTemplate mongo, String id, long version, String state);

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MongoAutoConfiguration.class, DataMongoAutoConfiguration.class })
	static class ProjectionConfiguration {

	}

}
