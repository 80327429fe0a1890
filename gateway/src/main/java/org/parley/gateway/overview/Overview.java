package org.parley.gateway.overview;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.parley.gateway.problem.ProblemException;
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

	private Overview(List<Reply> replies, BiConsumer<Reply, ArrayNode> entries) {
		var data = this.document.putArray("data");
		replies.stream().filter(Reply::isAnswer).forEach((reply) -> entries.accept(reply, data));
		var missing = this.document.putObject("meta").putArray("missing");
		replies.forEach((reply) -> Optional.ofNullable(reply.missing())
			.ifPresent((why) -> missing.addObject().put("service", reply.service()).put("reason", why)));
	}

	/**
	 * Puts answers together.
	 * @param entries what is told of an answer
	 * @throws ProblemException when the caller may not ask, or nobody has answered
	 */
	static Overview of(List<Reply> replies, BiConsumer<Reply, ArrayNode> entries) {
		replies.stream().filter(Reply::isRefusal).findFirst().ifPresent((refusal) -> {
			throw refused(refusal);
		});
		if (replies.stream().allMatch((reply) -> reply.missing() != null)) {
			throw new ProblemException("service.unavailable", HttpStatus.SERVICE_UNAVAILABLE,
					"No part of Parley answers right now.");
		}
		return new Overview(replies, entries);
	}

	/** Every job of every service. */
	static void jobs(Reply reply, ArrayNode data) {
		reply.body()
			.path("data")
			.forEach((job) -> data.addObject().put("service", reply.service()).setAll((ObjectNode) job));
	}

	/** Each service's newest letters, and where the others are. */
	static void deadLetters(Reply reply, ArrayNode data) {
		var entry = data.addObject();
		entry.put("service", reply.service());
		entry.put("more", reply.body().at("/meta/pagination/next").isString());
		entry.put("link", "/api/v1/admin/%s/dead-letters".formatted(reply.service()));
		entry.set("letters", reply.body().path("data"));
	}

	byte[] toJson() {
		return JsonMapper.shared().writeValueAsBytes(this.document);
	}

	private static ProblemException refused(Reply refusal) {
		var known = refusal.status() == 401;
		return new ProblemException(refusal.body().path("code").asString(known ? "auth.required" : "auth.forbidden"),
				HttpStatus.valueOf(refusal.status()),
				refusal.body().path("detail").asString(known ? "Sign in to do this." : "You may not do this."));
	}

}
