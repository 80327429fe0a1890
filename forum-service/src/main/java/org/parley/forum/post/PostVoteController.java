package org.parley.forum.post;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.vote.CastVote;
import org.parley.forum.vote.CastVote.VoteView;
import org.parley.forum.vote.VoteRequest;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A vote on a thread is the vote on its opening post. */
@RestController
class PostVoteController {

	private final AuthorizedWriters authorizedWriters;

	private final PostAccess access;

	private final CastVote castVote;

	PostVoteController(AuthorizedWriters authorizedWriters, PostAccess access, CastVote castVote) {
		this.authorizedWriters = authorizedWriters;
		this.access = access;
		this.castVote = castVote;
	}

	@PutMapping("/api/v1/threads/{id}/vote")
	@Operation(summary = "Vote on the opening post of a thread")
	@Tag(name = "Threads")
	Data<VoteView> voteOnThread(@PathVariable String id, @Valid @RequestBody VoteRequest request, Caller caller) {
		var writer = this.authorizedWriters.of(caller);
		return cast(this.access.opening(id, writer.rights()), writer, request);
	}

	@PutMapping("/api/v1/posts/{id}/vote")
	@Operation(summary = "Vote on a post")
	@Tag(name = "Posts")
	Data<VoteView> vote(@PathVariable String id, @Valid @RequestBody VoteRequest request, Caller caller) {
		var writer = this.authorizedWriters.of(caller);
		return cast(this.access.visible(id, writer.rights()), writer, request);
	}

	private Data<VoteView> cast(PostAccess.Placed found, AuthorizedWriter writer, VoteRequest request) {
		found.thread().requireVotable();
		found.post().requireShown();
		return new Data<>(this.castVote.cast(writer.member(), found.post().counterTarget(), request.value()));
	}

}
