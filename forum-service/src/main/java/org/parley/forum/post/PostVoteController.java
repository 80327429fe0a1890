package org.parley.forum.post;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.vote.CastVote;
import org.parley.forum.vote.VoteRequest;
import org.parley.forum.vote.VoteView;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Posts")
class PostVoteController {

	private final AuthorizedWriters authorizedWriters;

	private final PostAccess access;

	private final CastVote castVote;

	PostVoteController(AuthorizedWriters authorizedWriters, PostAccess access, CastVote castVote) {
		this.authorizedWriters = authorizedWriters;
		this.access = access;
		this.castVote = castVote;
	}

	@PutMapping("/api/v1/posts/{id}/vote")
	Data<VoteView> vote(@PathVariable String id, @Valid @RequestBody VoteRequest request, Caller caller) {
		var writer = this.authorizedWriters.of(caller);
		var found = this.access.visible(id, writer.rights());
		found.thread().requireVotable();
		found.post().requireShown();
		return new Data<>(this.castVote.cast(writer.member(), found.post().counterTarget(), request.value()));
	}

}
