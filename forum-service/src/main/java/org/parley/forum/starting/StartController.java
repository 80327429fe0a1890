package org.parley.forum.starting;

import java.net.URI;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import org.parley.forum.category.Writers;
import org.parley.forum.thread.ThreadView;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Answers;
import org.parley.platform.web.Data;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StartController {

	private final Writers writers;

	private final Starting starting;

	StartController(Writers writers, Starting starting) {
		this.writers = writers;
		this.starting = starting;
	}

	@PostMapping("/api/v1/threads")
	@Idempotent
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<ThreadView>> start(@Valid @RequestBody NewThread request, Caller caller) {
		var writer = this.writers.of(caller);
		var view = ThreadView.of(this.starting.start(request, writer), request.category(), writer.person(),
				writer.person());
		return ResponseEntity.created(URI.create("/api/v1/threads/" + view.id()))
			.eTag(Answers.tag(view.version(), view))
			.body(new Data<>(view));
	}

}
