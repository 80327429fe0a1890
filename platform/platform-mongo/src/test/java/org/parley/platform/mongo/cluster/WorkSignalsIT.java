package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.LocalStackTest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two instances of a service. */
@SpringBootTest
@LocalStackTest
class WorkSignalsIT {

	private static final String WORK = "weeding";

	/** Longer than a stopped instance still sends. */
	private static final Duration INTERVAL = Duration.ofMillis(200);

	private final Semaphore wakes = new Semaphore(0);

	@Autowired
	private MongoTemplate mongo;

	private WorkSignals first;

	private WorkSignals second;

	/** The loops of an instance are woken when it starts and when it meets another. */
	@BeforeEach
	void twoInstances() throws InterruptedException {
		this.mongo.dropCollection("work_signals");
		this.first = new WorkSignals(this.mongo);
		this.second = new WorkSignals(this.mongo);
		this.second.listen(WORK, this.wakes::release);
		this.first.start();
		this.second.start();
		awaitWake();
		awaitWake();
	}

	@AfterEach
	void end() {
		this.first.stop();
		this.second.stop();
	}

	@Test
	void signalWakesOtherInstance() throws InterruptedException {
		this.first.send(WORK);
		awaitWake();
	}

	@Test
	void ownAndUnknownSignalsWakeNothing() throws InterruptedException {
		this.second.send(WORK);
		this.first.send("sowing");
		await().until(() -> this.mongo.getCollection("work_signals").countDocuments(Filters.eq("work", "sowing")) > 0);
		this.first.send(WORK);
		awaitWake();
		assertThat(this.wakes.availablePermits()).isZero();
	}

	@Test
	void lostCursorIsOpenedAgain() throws InterruptedException {
		this.mongo.dropCollection("work_signals");
		awaitWake();
		this.first.send(WORK);
		awaitWake();
	}

	@Test
	void collectionThatInsertCreatedIsLimited() throws InterruptedException {
		this.mongo.dropCollection("work_signals");
		this.mongo.getCollection("work_signals").insertOne(new Document("work", "sowing"));
		awaitWake();
		this.first.send(WORK);
		awaitWake();
	}

	@Test
	void stoppedLoopPassesItsSignalOn() throws InterruptedException {
		var loop = new ClusterLoop(WORK, WorkClaim.none(), new Nothing());
		this.first.connect(loop);
		loop.signal();
		awaitWake();
	}

	@Test
	void instanceIsAloneUntilAnotherStarts() {
		var alone = new WorkSignals(this.mongo, Duration.ZERO);
		this.first.stop();
		this.second.stop();
		await().pollDelay(INTERVAL).until(() -> !this.first.isRunning() && !this.second.isRunning());
		alone.start();
		await().until(alone::isAlone);
		var other = new WorkSignals(this.mongo, Duration.ZERO);
		other.start();
		await().until(() -> !alone.isAlone() && countAnswers() > 0);
		await().until(() -> !other.isAlone());
		alone.stop();
		other.stop();
	}

	@Test
	void parallelLoopsSleepWhileInstanceIsAlone() throws InterruptedException {
		var alone = new WorkSignals(this.mongo, Duration.ZERO);
		var work = new RarelyPolledAlone();
		var loops = new ClusterLoops("sleepy", 2, work);
		new ClusterAutoConfiguration().clusterLoopMetrics(alone, only(loops)).afterSingletonsInstantiated();
		this.first.stop();
		this.second.stop();
		await().pollDelay(INTERVAL).until(() -> !this.first.isRunning() && !this.second.isRunning());
		alone.start();
		await().until(alone::isAlone);
		loops.start();
		assertThat(work.looks.tryAcquire(10, 1, TimeUnit.SECONDS)).as("alone").isFalse();
		var other = new WorkSignals(this.mongo);
		other.start();
		assertThat(work.looks.tryAcquire(10, 5, TimeUnit.SECONDS)).as("beside another").isTrue();
		loops.stop();
		alone.stop();
		other.stop();
	}

	@Test
	void idleCursorAsksTwiceAMinute() {
		await().untilAsserted(() -> assertThat(findWaitingCursors()).isNotEmpty()
			.allSatisfy((operation) -> assertThat(operation.get("maxTimeMS")).asString().isEqualTo("30000")));
	}

	private List<Document> findWaitingCursors() {
		var operations = new Document("currentOp", 1).append("$ownOps", true)
			.append("command.collection", "work_signals");
		return this.mongo.getMongoDatabaseFactory()
			.getMongoDatabase("admin")
			.runCommand(operations)
			.getList("inprog", Document.class)
			.stream()
			.map((operation) -> operation.get("command", Document.class))
			.filter((command) -> command.containsKey("getMore"))
			.toList();
	}

	@Test
	void earlierInstanceMayHaveLeftClaims() {
		var signals = new WorkSignals(this.mongo, Duration.ofHours(1));
		signals.start();
		await().until(() -> this.mongo.getCollection("work_signals").countDocuments(Filters.eq("starts", true)) > 2);
		assertThat(signals.isAlone()).isFalse();
		signals.stop();
	}

	private static ObjectProvider<ClusterLoops> only(ClusterLoops loops) {
		return new ObjectProvider<>() {

			@Override
			public Stream<ClusterLoops> stream() {
				return Stream.of(loops);
			}

		};
	}

	private long countAnswers() {
		return this.mongo.getCollection("work_signals").countDocuments(Filters.exists("starts", false));
	}

	private void awaitWake() throws InterruptedException {
		assertThat(this.wakes.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MongoAutoConfiguration.class, DataMongoAutoConfiguration.class })
	static class Database {

	}

	private static final class Nothing implements ClusterLoop.Work {

		@Override
		public boolean waits() {
			return false;
		}

		@Override
		public boolean doBatch() {
			return false;
		}

	}

}
