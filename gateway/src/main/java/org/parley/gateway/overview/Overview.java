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
 * What all services have answered, in one: {@code {"data": […], "meta": {"missing":
 * […]}}}. Who did not answer is named; who may not ask one may not ask any.
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
	 * Puts answers together.
	 * @param entries what is told of an answer
	 * @throws GatewayProblemException when the caller may not ask, or nobody has answered
	 */
	static Overview of(List<OverviewReply> replies, BiConsumer<OverviewReply, ArrayNode> entries) {
		replies.stream().filter(OverviewReply::isRefusal).findFirst().ifPresent((refusal) -> {
			throw refused(refusal);
		});
		if (replies.stream().allMatch((overviewReply) -> overviewReply.missing() != null)) {
			throw new GatewayProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
					"No part of Parley answers right now.");
		}
		return new Overview(replies, entries);
	}

	/** Every job of every service. */
	static void jobs(OverviewReply overviewReply, ArrayNode data) {
		overviewReply.body()
			.path("data")
			.forEach((job) -> data.addObject().put("service", overviewReply.service()).setAll((ObjectNode) job));
	}

	/** Each service's newest letters, and where the others are. */
	static void deadLetters(OverviewReply overviewReply, ArrayNode data) {
		var entry = data.addObject();
		entry.put("service", overviewReply.service());
		entry.put("more", overviewReply.body().at("/meta/pagination/next").isString());
		entry.put("link", "/api/v1/admin/%s/dead-letters".formatted(overviewReply.service()));
		entry.set("letters", overviewReply.body().path("data"));
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
