package org.parley.resilience.decision;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.parley.launcher.client.ApiUser;
import org.parley.resilience.writers.DrillUser;
import org.parley.resilience.writers.RepeatedRequest;
import tools.jackson.databind.JsonNode;

/**
 * A moderator. An act whose earlier request took effect without a response is answered
 * with a conflict, which counts as accepted: nobody else acts on the same case.
 */
final class CaseModerator {

	private static final int CONFLICT = 409;

	private final DrillUser user;

	private CaseModerator(DrillUser user) {
		this.user = user;
	}

	static CaseModerator appoint(ApiUser admin, String username) {
		var session = DrillUser.register(admin.gateway().guest(), username).is(201);
		var role = "/admin/users/%s/role".formatted(session.text("/data/user/id"));
		admin.put(role, Map.of("role", "moderator")).is(200);
		return new CaseModerator(DrillUser.registered(admin.gateway(), username, session));
	}

	/** Finds the open case of a text with a mark. */
	Optional<String> findCase(String mark) {
		return find("/admin/cases?status=open&limit=100", (one) -> one.path("content").asString("").endsWith(mark));
	}

	/** Finds the open appeal against a statement. */
	Optional<String> findAppeal(String statement) {
		return find("/admin/appeals?limit=100",
				(one) -> one.path("statement").path("id").asString("").equals(statement));
	}

	private Optional<String> find(String path, Predicate<JsonNode> filter) {
		return RepeatedRequest.once(this.user, (caller) -> caller.get(path))
			.filter((answer) -> answer.status() == 200)
			.flatMap((answer) -> answer.at("/data").valueStream().filter(filter).findFirst())
			.map((found) -> found.path("id").asString());
	}

	boolean decide(String caseId, String decision) {
		return act("/admin/cases/" + caseId, "/decide", Map.of("decision", decision));
	}

	boolean reverse(String caseId) {
		return act("/admin/cases/" + caseId, "/reverse", Map.of());
	}

	boolean answer(String appeal, String outcome) {
		return act("/admin/appeals/" + appeal, "/decide", Map.of("outcome", outcome));
	}

	private boolean act(String path, String act, Map<String, String> body) {
		return RepeatedRequest.untilAccepted(this.user, (caller) -> {
			var answer = caller.post(path + act, body);
			return (answer.status() == CONFLICT) ? caller.get(path) : answer;
		}).isPresent();
	}

}
