package org.parley.forum.threadstart;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.thread.view.ThreadView;
import org.parley.forum.thread.view.ThreadViews;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Threads")
class StartThreadController {

	private final AuthorizedWriters authorizedWriters;

	private final StartThread startThread;

	private final ThreadViews views;

	StartThreadController(AuthorizedWriters authorizedWriters, StartThread startThread, ThreadViews views) {
		this.authorizedWriters = authorizedWriters;
		this.startThread = startThread;
		this.views = views;
	}

	@PostMapping("/api/v1/threads")
	@Idempotent
	@Operation(summary = "Start a thread")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<ThreadView>> start(@Valid @RequestBody NewThreadRequest request, Caller caller) {
		var thread = this.startThread.start(request, this.authorizedWriters.of(caller));
		var view = this.views.ofNew(thread);
		return EntityTagResponses.created("/api/v1/threads/" + view.id(), view.version(), view);
	}

}
