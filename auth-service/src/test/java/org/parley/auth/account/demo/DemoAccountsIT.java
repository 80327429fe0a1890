package org.parley.auth.account.demo;

import java.time.InstantSource;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.signin.password.Passwords;
import org.parley.auth.user.Users;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

@AuthTest
class DemoAccountsIT {

	@Autowired
	private Api api;

	@Autowired
	private Users users;

	@Autowired
	private Passwords passwords;

	@Autowired
	private UnitOfWork transactions;

	@Autowired
	private InstantSource clock;

	@Autowired
	private MongoOperations mongo;

	@Test
	void startCreatesAndUpdatesAccounts() {
		start("Demo-1:first password:user");
		var first = this.api.login("demo-1@example.org", "first password");
		assertThat(this.api.get("/api/v1/users/me").as(first).send().data().path("emailVerified").asBoolean()).isTrue();

		start("Demo-1:first password:user");
		start("Demo-1:second password:moderator");
		var second = this.api.login("demo-1", "second password");
		assertThat(second.id()).isEqualTo(first.id());
		assertThat(this.api.get("/api/v1/users/me").as(second).send().data().path("roles").toString())
			.isEqualTo("[\"user\",\"moderator\"]");
		assertThat(this.api.loginRequest("demo-1", "first password").send().status()).isEqualTo(401);
		assertThat(this.mongo.find(Query.query(Criteria.where("usernameKey").is("demo-1")), Document.class, "users"))
			.hasSize(1);
	}

	@Test
	void unchangedAccountIsNotSaved() {
		start("Demo-2:first password:user");
		var before = this.users.findByUsernameKey("demo-2").orElseThrow();
		start("Demo-2:first password:user");
		assertThat(this.users.findByUsernameKey("demo-2").orElseThrow().version()).isEqualTo(before.version());
	}

	@Test
	void accountsOutsideDevelopmentAreRefused() {
		for (var profile : new String[] { "production", "default" }) {
			assertThatIllegalStateException().isThrownBy(() -> accounts("demo-3:first password:user", profile))
				.withMessageContaining("PARLEY_ACCOUNTS");
			assertThatNoException().isThrownBy(() -> accounts("", profile));
		}
	}

	private void start(String accounts) {
		accounts(accounts, "development").run(new DefaultApplicationArguments());
	}

	private DemoAccounts accounts(String accounts, String profile) {
		var environment = new MockEnvironment();
		environment.setActiveProfiles(profile);
		return new DemoAccounts(new DemoSettings(accounts), environment, this.users, this.passwords, this.transactions,
				this.clock);
	}

}
