package org.parley.auth.signin.verification;

import java.time.Duration;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.auth.user.Users;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class RemoveUnverifiedIT extends Scene {

	@Autowired
	private Users users;

	@Autowired
	private RemoveUnverifiedUser removeUser;

	@Autowired
	private VerificationRules rules;

	@Autowired
	private UnitOfWork work;

	private RemoveUnverified job;

	/** The accounts of other tests stay, so that the job has only those of this one. */
	@BeforeEach
	void required() {
		this.mongo.updateMulti(new Query(), Update.update("emailVerified", true), "users");
		this.job = job(true);
		this.job.run();
	}

	@AfterEach
	void notRequired() {
		job(false).run();
	}

	private RemoveUnverified job(boolean required) {
		return new RemoveUnverified(new VerificationSettings(required, Duration.ofDays(7)), this.users, this.removeUser,
				this.rules, this.work, this.clock);
	}

	@Test
	void unverifiedAccountIsRemovedAfterAWeek() {
		var gone = this.api.register();
		var verified = this.api.register();
		var moderator = this.api.register();
		var banned = this.api.register();
		set(verified, Update.update("emailVerified", true));
		set(moderator, Update.update("role", "MODERATOR"));
		this.api.post("/api/v1/admin/users/" + banned.id() + "/ban", "{\"reason\": \"Rude.\"}")
			.as(this.api.admin())
			.send();
		this.api.post("/api/v1/auth/two-factor", "{\"password\": \"%s\"}".formatted(Api.PASSWORD)).as(gone).send();
		assertThat(this.mongo.findById(gone.id(), Document.class, "second_factors")).isNotNull();
		this.clock.move(Duration.ofDays(6));
		this.job.run();
		assertThat(this.users.existsById(gone.id())).isTrue();

		this.clock.move(Duration.ofDays(2));
		assertThat(this.job.run()).isEqualTo("1 accounts removed.");
		assertThat(this.job.run()).isEqualTo("0 accounts removed.");
		assertThat(this.users.existsById(gone.id())).isFalse();
		assertThat(List.of(verified, moderator, banned)).allMatch((kept) -> this.users.existsById(kept.id()));
		var event = this.postbox.about(gone.id(), "user.deleted");
		assertThat(event.at("/data/userId").asString()).isEqualTo(gone.id());
		assertThat(event.at("/data/version").asInt()).isEqualTo(2);
		assertThat(this.mongo.findById(gone.id(), Document.class, "second_factors")).isNull();
		assertThat(this.api.refresh(gone.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
		assertThat(this.mongo.find(Query.query(Criteria.where("owner").is(gone.id())), Document.class, "mail_tokens"))
			.isEmpty();
		assertThat(this.mongo.find(Query.query(Criteria.where("userId").is(gone.id())), Document.class, "audit"))
			.extracting((act) -> act.getString("act"))
			.contains("REMOVED");
	}

	@Test
	void accountThatOthersCreatedWaitsForItsOwner() {
		var name = "abel" + Long.toString(System.nanoTime(), 36);
		var created = this.api
			.post("/api/v1/admin/users", "{\"name\": \"%1$s\", \"email\": \"%1$s@example.com\"}".formatted(name))
			.as(this.api.admin())
			.send()
			.data();
		this.clock.move(Duration.ofDays(8));
		assertThat(this.job.run()).isEqualTo("0 accounts removed.");
		assertThat(this.users.existsById(created.path("id").asString())).isTrue();
	}

	@Test
	void accountOlderThanTheRequirementHasAWeekFromItsFirstRun() {
		var old = this.api.register();
		job(false).run();
		this.clock.move(Duration.ofDays(365));
		this.job.run();
		this.clock.move(Duration.ofDays(6));
		this.job.run();
		assertThat(this.users.existsById(old.id())).isTrue();

		this.clock.move(Duration.ofDays(1));
		assertThat(this.job.run()).isEqualTo("1 accounts removed.");
	}

	@Test
	void nameOfRemovedAccountStaysReserved() {
		var gone = this.api.register();
		this.clock.move(Duration.ofDays(8));
		this.job.run();
		var again = this.api
			.post("/api/v1/auth/register",
					"""
							{"name": "Else", "username": "%1$s", "email": "%1$s@example.com", "password": "%2$s"}"""
						.formatted(gone.username(), Api.PASSWORD))
			.send();
		assertThat(again.code()).isEqualTo("user.username-taken");
	}

	@Test
	void closedAccountWaitsForItsErasure() {
		var closed = this.api.register();
		this.clock.move(Duration.ofDays(6));
		this.api.request("DELETE", "/api/v1/users/me", "{\"password\": \"%s\"}".formatted(Api.PASSWORD))
			.as(this.api.login(closed.username(), Api.PASSWORD))
			.send();
		this.clock.move(Duration.ofDays(2));
		assertThat(this.job.run()).isEqualTo("0 accounts removed.");
		assertThat(this.users.existsById(closed.id())).isTrue();
	}

	private void set(TestUser somebody, Update update) {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(somebody.id())), update, "users");
	}

}
