package org.parley.platform.events.projection;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.web.Ids;

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

	@Test
	void olderAndEqualVersionsChangeNothing() {
		var id = Ids.next();
		save(id, 2, "second");
		save(id, 1, "first");
		save(id, 2, "again");
		assertThat(find(id).getString("state")).isEqualTo("second");
		save(id, 3, "third");
		assertThat(find(id).getString("state")).isEqualTo("third");
	}

	@Test
	void newestOfConcurrentFirstVersionsStays() {
		for (int round = 0; round < 100; round++) {
			var id = Ids.next();
			var barrier = new CyclicBarrier(EVENTS);
			var saves = IntStream.rangeClosed(1, EVENTS)
				.mapToObj(
						(version) -> CompletableFuture.runAsync(() -> saveTogether(barrier, id, version), this.threads))
				.toList();
			saves.forEach(CompletableFuture::join);
			assertThat(find(id).getLong("version")).isEqualTo(EVENTS);
		}
	}

	private void saveTogether(CyclicBarrier barrier, String id, long version) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		save(id, version, "any");
	}

	private void save(String id, long version, String state) {
		VersionedUpsert.saveIfNewer(this.mongo, Projected.class, id, version, Update.update("state", state));
	}

	private Document find(String id) {
		return Objects.requireNonNull(this.mongo.getCollection("projected").find(new Document("_id", id)).first());
	}

	@org.springframework.data.mongodb.core.mapping.Document("projected")
	private record Projected(String id, String state, long version) {
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MongoAutoConfiguration.class, DataMongoAutoConfiguration.class })
	static class ProjectionConfiguration {

	}

}
