package org.parley.auth;

import java.time.Duration;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.parley.auth.TestConditions.MovableClock;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** The base of tests that call the API and read the published events. */
public abstract class Scene {

	@Autowired
	protected Api api;

	@Autowired
	protected Postbox postbox;

	@Autowired
	protected MovableClock clock;

	@Autowired
	protected MongoOperations mongo;

	@Autowired
	private Catalogue catalogue;

	@BeforeEach
	void startPostbox() {
		this.postbox.listen();
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	/** The other services that store personal data, sorted by name. */
	protected List<String> others() {
		return this.catalogue.publishersOf("erasure.done")
			.stream()
			.filter((service) -> !service.equals("auth-service"))
			.toList();
	}

	/** Switches the second factor of a user on. */
	protected Authenticator enableSecondFactor(TestUser somebody) {
		var path = "/api/v1/auth/two-factor";
		var begun = this.api.post(path, "{\"password\": \"%s\"}".formatted(Api.PASSWORD)).as(somebody).send().data();
		var device = new Authenticator(begun.path("secret").asString());
		var confirmed = this.api
			.post(path + "/confirm", "{\"code\": \"%s\"}".formatted(device.code(this.clock.instant())))
			.as(somebody)
			.send();
		assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
		return device;
	}

	/** Issues a personal token, or tries to. */
	protected TestResponse issueToken(TestUser somebody) {
		return this.api
			.post("/api/v1/auth/tokens",
					"""
							{"name": "backup", "scopes": ["profile"], "expiresAt": "%s", "password": "%s"}"""
						.formatted(this.clock.instant().plus(Duration.ofDays(30)), Api.PASSWORD))
			.as(somebody)
			.send();
	}

	/** The audited actions of a user, oldest first. */
	protected List<String> acts(TestUser somebody) {
		return this.mongo
			.find(Query.query(Criteria.where("userId").is(somebody.id())).with(Sort.by("_id")), Document.class, "audit")
			.stream()
			.map((act) -> act.getString("act"))
			.toList();
	}

}
