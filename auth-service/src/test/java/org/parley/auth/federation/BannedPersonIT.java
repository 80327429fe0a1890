package org.parley.auth.federation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.AuthTest;
import org.parley.auth.oauth.Visitor;
import org.parley.auth.oauth.Visitor.Seen;
import org.parley.auth.signin.passkey.webauthn.FakeAuthenticator;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages of each way in tell people who may not sign in why. */
@AuthTest
class BannedPersonIT extends FederationScene {

	private static final String MAIL = "/oauth2/login/mail";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest
	@CsvSource({ "password, #error", "passkey, #error", "mailed code, #error", "provider, main" })
	void refusalIsInTheLanguageOfTheReader(String way, String place) {
		var subject = unique();
		var somebody = somebody(way, subject);
		var device = new FakeAuthenticator();
		if (way.equals("passkey")) {
			device = addPasskey(somebody);
		}
		this.api.patch("/api/v1/users/me", "{\"timeZone\": \"Europe/Berlin\"}").as(somebody).send();
		ban(somebody, "{\"reason\": \"<b>Werbung</b> & mehr\", \"until\": \"2031-05-01T12:00:00Z\"}");
		this.visitor = new Visitor(this.port);
		this.visitor.cookies().put("parley_language", "de");
		var refused = switch (way) {
			case "password" -> this.visitor.signIn(somebody);
			case "passkey" -> {
				var challenge = this.api.post("/api/v1/auth/passkeys/sign-in-options")
					.send()
					.data()
					.path("challenge")
					.asString();
				yield this.visitor.submit(this.visitor.get("/oauth2/login"), "#passkey", "credential",
						JSON.writeValueAsString(device.sign(challenge)));
			}
			case "mailed code" -> enterCode(somebody);
			default -> visit(subject);
		};
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.document().select(place).text())
			.contains("Dieses Konto ist gesperrt.", "Die Sperre endet am 1. Mai 2031", "14:00:00 MESZ",
					"Grund: <b>Werbung</b> & mehr")
			.doesNotContain("banned", "??");
		assertThat(this.visitor.cookies()).doesNotContainKey("parley_browser");
	}

	@Test
	void banWithoutAnEndNamesNone() {
		var somebody = this.api.register();
		ban(somebody, "{\"reason\": \"Advertising.\"}");
		assertThat(this.visitor.signIn(somebody).error()).isEqualTo("This account is banned. Reason: Advertising.");
	}

	@Test
	void suspensionByADirectoryIsInTheLanguageOfTheReader() {
		var somebody = this.api.register();
		var token = this.api
			.post("/api/v1/admin/directory-tokens",
					"{\"description\": \"A directory\", \"password\": \"the admin's password\"}")
			.as(this.api.admin())
			.send()
			.data();
		this.api.request("PATCH", "/scim/v2/Users/" + somebody.id(), """
				{"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
				"Operations": [{"op": "replace", "path": "active", "value": false}]}""")
			.header("Authorization", "Bearer " + token.path("token").asString())
			.send();
		this.api.delete("/api/v1/admin/directory-tokens/" + token.path("id").asString()).as(this.api.admin()).send();
		this.visitor.cookies().put("parley_language", "de");
		assertThat(this.visitor.signIn(somebody).error())
			.isEqualTo("Dieses Konto ist gesperrt. Deine Organisation hat deinen Zugang beendet.");
	}

	private TestUser somebody(String way, String subject) {
		return way.equals("provider") ? tokenOf(join(subject)) : this.api.register();
	}

	private void ban(TestUser somebody, String terms) {
		assertThat(this.api.post("/api/v1/admin/users/" + somebody.id() + "/ban", terms)
			.as(this.api.admin())
			.send()
			.status()).isEqualTo(200);
	}

	private Seen enterCode(TestUser somebody) {
		permitMail(true);
		try {
			this.visitor.submit(this.visitor.get(MAIL), "main form", "email", somebody.username() + "@example.com");
			var code = this.postbox.open(this.postbox.about(somebody.id(), "sign-in.requested"), "/data/token");
			return this.visitor.submit(this.visitor.get(MAIL + "/code"), "main form", "code", code);
		}
		finally {
			permitMail(false);
		}
	}

	private void permitMail(boolean permitted) {
		this.api.put("/api/v1/admin/registration", "{\"mode\": \"open\", \"mailedSignIn\": %s}".formatted(permitted))
			.as(this.api.admin())
			.send();
	}

}
