package org.parley.platform.mongo.transaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

class WriteConflictIT extends TransactionIT {

	private static final int WRITERS = 50;

	private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

	@BeforeEach
	void createCollections() {
		this.mongo.getCollection("jar").deleteMany(new Document());
		this.mongo.getCollection("cherry").deleteMany(new Document());
		this.mongo.insert(new Jar("shared", 0));
		this.mongo.insert(new Cherry("first"));
	}

	@Test
	void fiftyWritersOfOneDocumentAllSucceed() throws InterruptedException {
		var go = new CountDownLatch(1);
		var writers = IntStream.range(0, WRITERS).mapToObj((i) -> Thread.ofVirtual().start(() -> {
			await(go);
			try {
				this.unitOfWork.run(() -> add("cherry " + i));
			}
			catch (RuntimeException ex) {
				this.failures.add(ex);
			}
		})).toList();
		go.countDown();
		for (var writer : writers) {
			writer.join();
		}
		assertThat(this.failures).isEmpty();
		assertThat(this.mongo.findById("shared", Jar.class)).isEqualTo(new Jar("shared", WRITERS));
		assertThat(this.mongo.count(new Query(), Cherry.class)).isEqualTo(WRITERS + 1);
	}

	private boolean add(String cherry) {
		var jar = new Query(Criteria.where("_id").is("shared"));
		this.mongo.findOne(jar, Jar.class);
		this.mongo.exists(new Query(Criteria.where("_id").is(cherry)), Cherry.class);
		this.mongo.insert(new Cherry(cherry));
		this.mongo.findAndModify(jar, new Update().inc("cherries", 1), Jar.class);
		return true;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Jar(@Id String id, int cherries) {
	}

	record Cherry(@Id String id) {
	}

}
