package org.parley.forum.post;

import jakarta.validation.Valid;
import org.parley.forum.category.Writers;
import org.parley.forum.vote.VoteRequest;
import org.parley.forum.vote.VoteView;
import org.parley.forum.vote.Voting;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PostVoteController {

	private final Writers writers;

	private final PostAccess access;

	private final Voting voting;

	PostVoteController(Writers writers, PostAccess access, Voting voting) {
		this.writers = writers;
		this.access = access;
		this.voting = voting;
	}

	@PutMapping("/api/v1/posts/{id}/vote")
	Data<VoteView> vote(@PathVariable String id, @Valid @RequestBody VoteRequest request, Caller caller) {
		var writer = this.writers.of(caller);
		var found = this.access.visible(id, writer.rights());
		found.thread().requireVotable();
		found.post().requireShown();
		return new Data<>(this.voting.cast(writer.member(), found.post().counted(), request.value()));
	}

}
