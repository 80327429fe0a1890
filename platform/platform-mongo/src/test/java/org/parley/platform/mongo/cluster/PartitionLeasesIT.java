package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.LocalStackTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances that work now and then. */
@SpringBootTest
@LocalStackTest
class PartitionLeasesIT {

	private final String work = Ids.next();

	private Instant now = Instant.parse("2026-11-20T10:00:00Z");

	private final InstantSource clock = () -> this.now;

	@Autowired
	private MongoTemplate mongo;

	@Test
	void instanceThatHandsPartitionsOverTellsOthers() {
		var one = leases();
		var other = leases();
		assertThat(one.acquire()).isTrue();
		assertThat(one.needsOthers(true, true)).as("nobody else works").isFalse();
		this.now = this.now.plus(Duration.ofSeconds(3));
		assertThat(other.acquire()).isFalse();
		assertThat(other.needsOthers(true, false)).isTrue();
		assertThat(one.acquire()).isTrue();
		assertThat(one.needsOthers(false, true)).as("it has freed partitions").isTrue();
		assertThat(one.needsOthers(false, true)).as("it has told so").isFalse();
		assertThat(other.acquire()).as("without waiting for the next heartbeat").isTrue();
		assertThat(one.held()).hasSize(8).doesNotContainAnyElementsOf(other.held());
	}

	@Test
	void idleInstanceLosesPartitionsAndGetsThemBack() {
		var one = leases();
		assertThat(one.acquire()).isTrue();
		this.now = this.now.plus(Duration.ofSeconds(10));
		var other = leases();
		assertThat(other.acquire()).isTrue();
		assertThat(other.held()).hasSize(16);
		assertThat(one.isFresh()).isFalse();
		assertThat(one.acquire()).isFalse();
		this.now = this.now.plus(Duration.ofSeconds(10));
		assertThat(one.acquire()).isTrue();
		assertThat(one.held()).hasSize(16);
	}

	@Test
	void claimsOfClockThatWasAheadAreVoid() {
		var one = leases();
		var lease = new Lease(this.mongo, this.clock, this.work, "one");
		assertThat(one.acquire()).isTrue();
		assertThat(lease.acquire()).isTrue();
		this.now = this.now.minus(Duration.ofDays(1));
		assertThat(one.isFresh()).isFalse();
		var other = leases();
		assertThat(other.acquire()).isTrue();
		assertThat(other.held()).hasSize(16);
		assertThat(new Lease(this.mongo, this.clock, this.work, "other").acquire()).isTrue();
		assertThat(lease.acquire()).as("it asks again").isFalse();
	}

	private PartitionLeases leases() {
		return new PartitionLeases(this.mongo, this.clock, this.work, 16, Ids.next());
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MongoAutoConfiguration.class, DataMongoAutoConfiguration.class })
	static class Database {

	}

}
