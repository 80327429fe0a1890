package org.parley.gateway.overview;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.parley.gateway.problem.GatewayProblemException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;

/**
 * Combines the answers of all services: {@code {"data": […], "meta": {"missing": […]}}}.
 * Services without an answer are listed. A denial by one service denies the whole
 * request.
 */
final class Overview {

	private final ObjectNode document = JsonMapper.shared().createObjectNode();

	private Overview(List<OverviewReply> replies, BiConsumer<OverviewReply, ArrayNode> entries) {
		var data = this.document.putArray("data");
		replies.stream()
			.filter(OverviewReply::isAnswer)
			.forEach((overviewReply) -> entries.accept(overviewReply, data));
		var missing = this.document.putObject("meta").putArray("missing");
		replies.forEach((overviewReply) -> Optional.ofNullable(overviewReply.missing())
			.ifPresent((why) -> missing.addObject().put("service", overviewReply.service()).put("reason", why)));
	}

	/**
	 * Combines answers.
	 * @param entries extracts the entries of an answer
	 * @throws GatewayProblemException when the caller is not permitted, or no service has
	 * answered
	 */
	static Overview of(List<OverviewReply> replies, BiConsumer<OverviewReply, ArrayNode> entries) {
		replies.stream().filter(OverviewReply::isRefusal).findFirst().ifPresent((refusal) -> {
			throw refused(refusal);
		});
		if (replies.stream().allMatch((overviewReply) -> overviewReply.missing() != null)) {
			throw new GatewayProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
					"No service answers right now.");
		}
		return new Overview(replies, entries);
	}

	/** All jobs of all services. */
	static void jobs(OverviewReply overviewReply, ArrayNode data) {
		overviewReply.body()
			.path("data")
			.forEach((job) -> data.addObject().put("service", overviewReply.service()).setAll((ObjectNode) job));
	}

	/** The newest dead letters of each service, with links to the others. */
	static void deadLetters(OverviewReply overviewReply, ArrayNode data) {
		var entry = data.addObject();
		entry.put("service", overviewReply.service());
		entry.put("more", overviewReply.body().at("/meta/pagination/next").isString());
		entry.put("link", "/api/v1/admin/%s/dead-letters".formatted(overviewReply.service()));
		entry.set("letters", overviewReply.body().path("data"));
	}

	/** How many events wait in the outbox of each service. */
	static void outboxes(OverviewReply overviewReply, ArrayNode data) {
		if (overviewReply.body().path("data") instanceof ObjectNode outbox) {
			data.addObject().put("service", overviewReply.service()).setAll(outbox);
		}
	}

	byte[] toJson() {
		return JsonMapper.shared().writeValueAsBytes(this.document);
	}

	private static GatewayProblemException refused(OverviewReply refusal) {
		var known = refusal.status() == 401;
		return new GatewayProblemException(HttpStatus.valueOf(refusal.status()),
				refusal.body().path("code").asString(known ? "auth.required" : "auth.forbidden"),
				refusal.body().path("detail").asString(known ? "Sign in to do this." : "You may not do this."));
	}

}
