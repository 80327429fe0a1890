package org.parley.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.TestConditions.MovableClock;
import org.parley.platform.jobs.Job;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.support.CronExpression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@AuthTest
class JobsIT {

	@Autowired
	private Api api;

	@Autowired
	private MovableClock clock;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private Job updateUserActivity;

	@Autowired
	private Job removeUnverified;

	@Autowired
	private List<Job> all;

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void everyScheduleIsValid() {
		assertThat(this.all).extracting(Job::name)
			.contains("unban-expired", "update-user-activity", "remove-unverified", "rotate-signing-keys",
					"erase-accounts", "remove-foreign-avatars");
		assertThat(this.all).allMatch((job) -> CronExpression.isValidExpression(job.schedule()));
	}

	@Test
	void lastSeenAtIsUpdatedForAdministrators() {
		var somebody = this.api.register();
		assertThat(lastSeen(somebody.id())).isNull();
		assertThat(this.updateUserActivity.run()).endsWith(" users were active.");
		assertThat(lastSeen(somebody.id())).isCloseTo(this.clock.instant(), within(Duration.ofMinutes(1)));

		this.clock.move(Duration.ofMinutes(30));
		this.api.refresh(somebody.refreshToken()).send();
		this.updateUserActivity.run();
		assertThat(lastSeen(somebody.id())).isCloseTo(this.clock.instant(), within(Duration.ofMinutes(1)));
		var listed = this.api.get("/api/v1/admin/users?q=" + somebody.username()).as(this.api.admin()).send();
		assertThat(Instant.parse(listed.data().at("/0/lastSeenAt").asString())).isCloseTo(this.clock.instant(),
				within(Duration.ofMinutes(1)));
	}

	@Test
	void overwrittenLastSeenAtIsSetAgain() {
		var somebody = this.api.register();
		this.updateUserActivity.run();
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(somebody.id())), new Update().unset("lastSeenAt"),
				"users");
		this.updateUserActivity.run();
		assertThat(lastSeen(somebody.id())).isNotNull();
	}

	@Test
	void unverifiedAccountsStayWithoutVerificationRequirement() {
		var somebody = this.api.register();
		this.clock.move(Duration.ofDays(8));
		assertThat(this.removeUnverified.run()).isEqualTo("Verification is not required.");
		assertThat(this.mongo.findById(somebody.id(), Document.class, "users")).isNotNull();
	}

	private @Nullable Instant lastSeen(String id) {
		var user = Objects.requireNonNull(this.mongo.findById(id, Document.class, "users"));
		var at = user.get("lastSeenAt", Date.class);
		return (at != null) ? at.toInstant() : null;
	}

}
