package org.parley.forum.incoming;

import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.forum.incoming.ReceiveIncomingPost.IncomingHeaders;
import org.parley.platform.web.Data;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Incoming posts")
class IncomingPostController {

	private final ReceiveIncomingPost receiveIncomingPost;

	IncomingPostController(ReceiveIncomingPost receiveIncomingPost) {
		this.receiveIncomingPost = receiveIncomingPost;
	}

	@PostMapping("/api/v1/incoming/{id}/{token}")
	@Operation(summary = "Post as a program; a repeated delivery has no effect")
	Data<IncomingPostView> receive(@PathVariable String id, @PathVariable String token,
			@RequestBody(required = false) @Nullable ObjectNode body,
			@RequestHeader(name = "X-GitHub-Delivery", defaultValue = "") String gitHubDelivery,
			@RequestHeader(name = "webhook-id", defaultValue = "") String webhookId,
			@RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
			@RequestHeader(name = "X-GitHub-Event", defaultValue = "") String type) {
		return new Data<>(this.receiveIncomingPost.receive(id, token,
				Objects.requireNonNullElseGet(body, JsonNodeFactory.instance::objectNode),
				IncomingHeaders.of(gitHubDelivery, webhookId, key, type)));
	}

}
