package org.parley.resilience.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import org.parley.launcher.process.LauncherException;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;
import org.parley.resilience.writers.DrillUser;
import org.parley.resilience.writers.RepeatedRequest;
import tools.jackson.databind.JsonNode;

/** A person, and what was accepted from this person. */
final class SocialMember {

	private static final int PAGE = 50;

	private final String username;

	private final DrillUser user;

	private final Queue<String> posts = new ConcurrentLinkedQueue<>();

	private final Queue<String> media = new ConcurrentLinkedQueue<>();

	/** The last accepted reactions by post; a reaction in doubt is removed. */
	private final Map<String, String> reactions = new ConcurrentHashMap<>();

	private SocialMember(String username, DrillUser user) {
		this.username = username;
		this.user = user;
	}

	static SocialMember register(GatewayClient gateway, String username) {
		var session = DrillUser.register(gateway.guest(), username).is(201);
		return new SocialMember(username, DrillUser.registered(gateway, username, session));
	}

	String username() {
		return this.username;
	}

	DrillUser user() {
		return this.user;
	}

	Queue<String> posts() {
		return this.posts;
	}

	Queue<String> media() {
		return this.media;
	}

	Map<String, String> reactions() {
		return this.reactions;
	}

	/** Social-service learns of new accounts by events. */
	void follow(SocialMember other) {
		var path = "/social/people/" + other.username + "/follow";
		if (accepted((caller) -> caller.send(caller.request("PUT", path, null))).isEmpty()) {
			throw new LauncherException("%s could not follow %s".formatted(this.username, other.username));
		}
	}

	/** Sends a write with an idempotency key until it is accepted. */
	Optional<GatewayResponse> write(String path, String key, Object body) {
		return accepted((caller) -> caller.with("Idempotency-Key", key).post(path, body));
	}

	Optional<GatewayResponse> accepted(Function<ApiUser, GatewayResponse> request) {
		return RepeatedRequest.untilAccepted(this.user, request);
	}

	/** Reads all pages of a list; empty if one of them does not answer. */
	List<String> all(String path, Function<JsonNode, String> mark) {
		var all = new ArrayList<String>();
		var cursor = "";
		do {
			var query = "?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
			var page = RepeatedRequest.once(this.user, (caller) -> caller.get(path + query));
			if (page.isEmpty() || page.get().status() != 200) {
				return List.of();
			}
			page.get().at("/data").valueStream().map(mark).forEach(all::add);
			cursor = page.get().text("/meta/pagination/next");
		}
		while (!cursor.isEmpty() && !cursor.equals("null"));
		return all;
	}

}
