package org.parley.chat.outage;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ClusterType;
import com.mongodb.connection.ServerConnectionState;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseWatchTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);

	private final CompletableFuture<Thread> pinging = new CompletableFuture<>();

	private final CountDownLatch answer = new CountDownLatch(1);

	private final DatabaseWatch watch = new DatabaseWatch(new ObjectProvider<>() {
		@Override
		public MongoOperations getObject() {
			return database();
		}
	}, this.clock::get);

	@Test
	void lateAnswerToPingSaysNothingNewOnceTheDriverHasFoundThePrimary() throws Exception {
		this.watch.clusterDescriptionChanged(change(primary(), unknown()));
		assertThat(this.watch.isUsable()).isFalse();
		var ping = this.pinging.get();
		this.watch.clusterDescriptionChanged(change(unknown(), primary()));
		this.clock.set(NOW.plusSeconds(6));
		this.answer.countDown();
		ping.join();
		assertThat(this.watch.isUsableFor(Duration.ofSeconds(5))).isTrue();
	}

	/** Answers a ping when the test allows it. */
	private MongoOperations database() {
		return (MongoOperations) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { MongoOperations.class }, (_, _, _) -> {
					this.pinging.complete(Thread.currentThread());
					this.answer.await();
					return new Document("ok", 1);
				});
	}

	private static ClusterDescriptionChangedEvent change(ServerDescription before, ServerDescription after) {
		return new ClusterDescriptionChangedEvent(new ClusterId(), cluster(after), cluster(before));
	}

	private static ClusterDescription cluster(ServerDescription server) {
		return new ClusterDescription(ClusterConnectionMode.MULTIPLE, ClusterType.REPLICA_SET, List.of(server));
	}

	private static ServerDescription primary() {
		return ServerDescription.builder()
			.address(new ServerAddress())
			.type(ServerType.REPLICA_SET_PRIMARY)
			.state(ServerConnectionState.CONNECTED)
			.ok(true)
			.build();
	}

	private static ServerDescription unknown() {
		return ServerDescription.builder().address(new ServerAddress()).state(ServerConnectionState.CONNECTING).build();
	}

}
