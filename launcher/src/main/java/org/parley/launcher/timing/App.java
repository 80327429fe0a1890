package org.parley.launcher.timing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Browser;
import org.parley.launcher.client.Call;
import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.Person;

/**
 * A program of somebody's that has a secret.
 *
 * @param gateway where it asks, each time from another address
 * @param id its {@code client_id}
 * @param secret that it proves itself with
 */
record App(Gateway gateway, String id, String secret) {

	/** Registers one as its owner, who has just registered too. */
	static App of(Person owner, Map<String, Object> wish) {
		var named = new HashMap<>(wish);
		named.put("name", "Timed");
		named.put("password", Writers.PASSWORD);
		var app = owner.post("/users/me/apps", named).is(201);
		return new App(owner.gateway(), app.text("/data/id"), app.text("/data/clientSecret"));
	}

	Answer token(Map<String, String> wish) {
		return ask("/oauth2/token", wish);
	}

	Answer introspect(String token) {
		return ask("/oauth2/introspect", Map.of("token", token));
	}

	private Answer ask(String path, Map<String, String> form) {
		var proof = Base64.getEncoder().encodeToString((this.id + ":" + this.secret).getBytes(StandardCharsets.UTF_8));
		var headers = new HashMap<>(this.gateway.guest().headers());
		headers.put("Authorization", "Basic " + proof);
		headers.put("Content-Type", "application/x-www-form-urlencoded");
		return this.gateway
			.exchange(new Call("POST", path, headers, Browser.form(form).getBytes(StandardCharsets.UTF_8)))
			.is(200);
	}

}
