package org.parley.e2e;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;

import static org.assertj.core.api.Assertions.assertThat;

/** Registration of and login with passkeys through the gateway. */
@EndToEnd
class PasskeyIT {

	private final RunningSystem system;

	private final String username = TestUsers.unique("keeper");

	PasskeyIT(RunningSystem system) {
		this.system = system;
	}

	@Test
	void passkeySignsInWithoutPassword() {
		var owner = registered(this.username);
		var device = new PasskeyDevice(origin());
		owner.post("/auth/passkeys/registration-options", Map.of("password", "not mine"))
			.refused(403, "auth.password-wrong");
		var id = add(owner, device.create(options(owner))).is(201).has("/data/name", "laptop").text("/data/id");

		var back = signIn(device.signIn(challenge())).is(200).has("/data/user/username", this.username);
		var again = guest().signedIn(back.text("/data/accessToken"));
		again.get("/users/me").is(200).has("/data/username", this.username);
		again.post("/drafts", Map.of("content", "Written after a passkey login.")).is(201);
		guest().post("/auth/refresh", Map.of("refreshToken", back.text("/data/refreshToken"))).is(200);

		var once = device.signIn(challenge());
		signIn(once).is(200);
		signIn(once).refused(401, "auth.passkey-refused");

		delete(registered(TestUsers.unique("stranger")), id).refused(404, "passkey.not-found");
		delete(guest(), id).refused(401, "auth.required");
		delete(owner, id).is(204);
		signIn(device.signIn(challenge())).refused(401, "auth.passkey-refused");
	}

	@Test
	void passkeyOfOtherOriginOrDeviceIsRefused() {
		var owner = registered(this.username);
		var device = new PasskeyDevice("https://evil.example");
		add(owner, device.create(options(owner))).refused(400, "request.invalid");
		device.visit(origin());
		var asked = options(owner);
		add(guest(), device.create(asked)).refused(401, "auth.required");
		add(registered(TestUsers.unique("stranger")), device.create(asked)).refused(400, "request.invalid");
		assertThat(owner.get("/users/me/passkeys").is(200).at("/data")).isEmpty();
		add(owner, device.create(asked)).is(201);

		device.visit("https://evil.example");
		signIn(device.signIn(challenge())).refused(401, "auth.passkey-refused");
		var empty = new PasskeyDevice(origin());
		empty.create(asked);
		signIn(empty.signIn(challenge())).refused(401, "auth.passkey-refused");
		device.visit(origin());
		signIn(device.signIn(challenge())).is(200);
	}

	@Test
	void bannedUserIsRefusedWithPasskey() {
		var owner = registered(this.username);
		var device = new PasskeyDevice(origin());
		add(owner, device.create(options(owner))).is(201);
		var id = owner.get("/users/me").is(200).text("/data/id");
		var admin = this.system.signedIn("admin");
		admin.post("/admin/users/%s/ban".formatted(id), Map.of("reason", "Advertising.")).is(200);
		signIn(device.signIn(challenge())).refused(403, "auth.banned");
		admin.post("/admin/users/%s/unban".formatted(id)).is(200);
		signIn(device.signIn(challenge())).is(200);
	}

	private String origin() {
		return this.system.gateway().address().toString();
	}

	private ApiUser registered(String name) {
		var answer = guest().post("/auth/register",
				Map.of("name", name, "username", name, "email", name + "@example.org", "password", TestUsers.PASSWORD));
		return guest().signedIn(answer.is(201).text("/data/accessToken"));
	}

	private static GatewayResponse options(ApiUser owner) {
		return owner.post("/auth/passkeys/registration-options", Map.of("password", TestUsers.PASSWORD)).is(200);
	}

	private static GatewayResponse add(ApiUser owner, Map<String, Object> credential) {
		return owner.post("/auth/passkeys", Map.of("name", "laptop", "credential", credential));
	}

	private GatewayResponse delete(ApiUser apiUser, String id) {
		return apiUser.delete("/users/me/passkeys/" + id);
	}

	private GatewayResponse challenge() {
		return guest().post("/auth/passkeys/sign-in-options").is(200);
	}

	private GatewayResponse signIn(Map<String, Object> credential) {
		return guest().post("/auth/passkeys/sign-in", Map.of("credential", credential));
	}

	private ApiUser guest() {
		return this.system.gateway().guest();
	}

}
