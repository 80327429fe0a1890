package org.parley.forum.history;

import jakarta.validation.Valid;
import org.parley.forum.category.Audience;
import org.parley.forum.post.PostAccess;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Answers;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryController {

	private final PostAccess access;

	private final Histories histories;

	HistoryController(PostAccess access, Histories histories) {
		this.access = access;
		this.histories = histories;
	}

	@GetMapping("/api/v1/posts/{id}/history")
	ResponseEntity<Paged<RevisionView>> history(@PathVariable String id, @Valid @ParameterObject HistoryRequest request,
			Caller caller) {
		var audience = Audience.of(caller);
		var post = this.access.visible(id, audience).post();
		post.requireFullyVisibleTo(caller.id(), audience);
		return Answers.of(this.histories.page(post, request.from(), request.size()));
	}

}
