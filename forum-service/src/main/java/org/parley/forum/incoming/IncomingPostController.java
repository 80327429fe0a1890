package org.parley.forum.incoming;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.forum.incoming.ReceiveIncomingPost.IncomingHeaders;
import org.parley.platform.web.Data;

import org.springframework.http.HttpHeaders;
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

	/** Takes the exact bytes of the body, which are signed. */
	@PostMapping(path = "/api/v1/incoming/{id}/{token}", consumes = { "application/json", "application/*+json" })
	@Operation(summary = "Post as a program; a repeated delivery has no effect",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = { @Content(mediaType = "application/json", schema = @Schema(type = "object")),
							@Content(mediaType = "application/*+json", schema = @Schema(type = "object")) }))
	@Parameter(in = ParameterIn.HEADER, name = "X-GitHub-Delivery",
			schema = @Schema(type = "string", defaultValue = ""))
	@Parameter(in = ParameterIn.HEADER, name = "webhook-id", schema = @Schema(type = "string", defaultValue = ""))
	@Parameter(in = ParameterIn.HEADER, name = "Idempotency-Key", schema = @Schema(type = "string", defaultValue = ""))
	@Parameter(in = ParameterIn.HEADER, name = "X-GitHub-Event", schema = @Schema(type = "string", defaultValue = ""))
	@Parameter(in = ParameterIn.HEADER, name = "X-Hub-Signature-256", schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.HEADER, name = "X-Grafana-Alerting-Signature", schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.HEADER, name = "X-Gitlab-Token", schema = @Schema(type = "string"))
	Data<IncomingPostView> receive(@PathVariable String id, @PathVariable String token,
			@RequestBody(required = false) byte @Nullable [] body, @RequestHeader HttpHeaders headers) {
		return new Data<>(this.receiveIncomingPost.receive(id, token, (body != null) ? body : new byte[0],
				IncomingHeaders.of(headers)));
	}

}
