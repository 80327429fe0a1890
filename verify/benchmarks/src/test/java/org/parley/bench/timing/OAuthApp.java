package org.parley.bench.timing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;

/**
 * A confidential OAuth client.
 *
 * @param gateway the client of the gateway
 * @param id its {@code client_id}
 * @param secret its {@code client_secret}
 */
record OAuthApp(GatewayClient gateway, String id, String secret) {

	/** Registers an app as its owner, who has just registered. */
	static OAuthApp register(ApiUser owner, Map<String, Object> parameters) {
		var named = new HashMap<>(parameters);
		named.put("name", "Timed");
		named.put("password", TimingWriters.PASSWORD);
		var app = owner.post("/users/me/apps", named).is(201);
		return new OAuthApp(owner.gateway(), app.text("/data/id"), app.text("/data/clientSecret"));
	}

	GatewayResponse token(Map<String, String> parameters) {
		return send("/oauth2/token", parameters);
	}

	GatewayResponse introspect(String token) {
		return send("/oauth2/introspect", Map.of("token", token));
	}

	private GatewayResponse send(String path, Map<String, String> form) {
		var proof = Base64.getEncoder().encodeToString((this.id + ":" + this.secret).getBytes(StandardCharsets.UTF_8));
		var headers = new HashMap<>(this.gateway.guest().headers());
		headers.put("Authorization", "Basic " + proof);
		headers.put("Content-Type", "application/x-www-form-urlencoded");
		return this.gateway
			.exchange(
					new GatewayRequest("POST", path, headers, FormBrowser.form(form).getBytes(StandardCharsets.UTF_8)))
			.is(200);
	}

}
