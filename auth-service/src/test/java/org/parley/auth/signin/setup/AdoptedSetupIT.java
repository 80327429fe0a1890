package org.parley.auth.signin.setup;

import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Set-up of an installation that already has an administrator. */
@AuthTest
class AdoptedSetupIT {

	@Autowired
	private Api api;

	@Test
	void installationWithAnAdministratorIsSetUp() {
		var answer = this.api.get("/api/v1/setup").send();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.data()).hasToString("{\"required\":false,\"forum\":{\"name\":\"Parley\"}}");
		assertThat(this.api.get("/api/v1/setup").header("If-None-Match", answer.header("ETag")).send().status())
			.isEqualTo(304);
		var setup = this.api.post("/api/v1/setup", SetupIT.body("x".repeat(24), "founder", "gardening")).send();
		assertThat(setup.code()).isEqualTo("setup.done");
		assertThat(setup.status()).isEqualTo(409);
	}

}
