package org.parley.auth.account.sample;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators delete the people of a development start at once. */
@AuthTest
class SamplePeopleIT extends Scene {

	private static final String PATH = "/api/v1/admin/samples";

	@Test
	void samplePeopleAreDeletedAndNobodyElse() {
		var admin = this.api.admin();
		var mira = register("sample-mira", "sample.mira@parley.invalid");
		var jonas = register("sample-jonas", "sample.jonas@parley.invalid");
		var others = List.of(register("sample-near1", "sample.near@parley.invalid.example.org"),
				register("sample-near2", "a.sample.near@parley.invalid"),
				register("sample-near3", "sample.near@parley-invalid.example.org"), this.api.register());
		var moderator = register("sample-mod", "sample.mod@parley.invalid");
		this.api.put("/api/v1/admin/users/" + moderator.id() + "/role", "{\"role\": \"moderator\"}").as(admin).send();
		assertThat(this.api.get(PATH).as(admin).send().data().findValuesAsString("username"))
			.containsExactly("sample-jonas", "sample-mira");
		assertThat(this.api.request("DELETE", PATH, null).as(admin).send().status()).isEqualTo(204);
		assertThat(this.api.get(PATH).as(admin).send().data()).isEmpty();
		for (var sample : List.of(mira, jonas)) {
			assertThat(this.api.get("/api/v1/users/" + sample.username()).send().status()).isEqualTo(404);
			assertThat(this.api.get("/api/v1/users/me").as(sample).send().code()).isEqualTo("auth.token-invalid");
			assertThat(this.postbox.about(sample.id(), "user.deleted")).isNotNull();
			assertThat(acts(sample)).endsWith("REMOVED");
		}
		for (var other : List.of(others.getFirst(), others.get(1), others.get(2), others.getLast(), moderator)) {
			assertThat(this.api.get("/api/v1/users/" + other.username()).send().status()).isEqualTo(200);
		}
		assertThat(register("sample-mira", "somebody.new@example.com").username()).as("a free username")
			.isEqualTo("sample-mira");
		assertThat(this.api.request("DELETE", PATH, null).as(admin).send().status()).as("again").isEqualTo(204);
	}

	private TestUser register(String username, String email) {
		return TestUser.of(
				this.api
					.post("/api/v1/auth/register",
							"""
									{"name": "%1$s", "username": "%1$s", "email": "%2$s", "password": "%3$s"}"""
								.formatted(username, email, Api.PASSWORD))
					.send());
	}

}
