package org.parley.social.post.reaction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.parley.social.page.SocialPageQuery;
import org.parley.social.post.reaction.ReactionList.SocialReactionView;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/social")
@Tag(name = "Social posts")
class SocialReactionController {

	private final ReactToPost reactToPost;

	private final ReactToComment reactToComment;

	private final ReactionList list;

	SocialReactionController(ReactToPost reactToPost, ReactToComment reactToComment, ReactionList list) {
		this.reactToPost = reactToPost;
		this.reactToComment = reactToComment;
		this.list = list;
	}

	@PutMapping("/posts/{id}/reaction")
	@Operation(summary = "React to a post, or change your reaction")
	Data<ReactedView> reactToPost(@PathVariable String id, @Valid @RequestBody SocialReactionRequest request,
			Caller caller) {
		return new Data<>(this.reactToPost.react(id, request.kind(), caller));
	}

	@DeleteMapping("/posts/{id}/reaction")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take your reaction to a post back")
	void takeBackFromPost(@PathVariable String id, Caller caller) {
		this.reactToPost.takeBack(id, caller);
	}

	@GetMapping("/posts/{id}/reactions")
	@Operation(summary = "List the reactions to a post, latest first")
	ResponseEntity<Paged<SocialReactionView>> ofPost(@PathVariable String id,
			@Valid @ParameterObject SocialPageQuery query, @Nullable Caller caller) {
		return EntityTagResponses.of(this.list.ofPost(id, query, caller));
	}

	@PutMapping("/comments/{id}/reaction")
	@Operation(summary = "React to a comment, or change your reaction")
	Data<ReactedView> reactToComment(@PathVariable String id, @Valid @RequestBody SocialReactionRequest request,
			Caller caller) {
		return new Data<>(this.reactToComment.react(id, request.kind(), caller));
	}

	@DeleteMapping("/comments/{id}/reaction")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take your reaction to a comment back")
	void takeBackFromComment(@PathVariable String id, Caller caller) {
		this.reactToComment.takeBack(id, caller);
	}

	@GetMapping("/comments/{id}/reactions")
	@Operation(summary = "List the reactions to a comment, latest first")
	ResponseEntity<Paged<SocialReactionView>> ofComment(@PathVariable String id,
			@Valid @ParameterObject SocialPageQuery query, @Nullable Caller caller) {
		return EntityTagResponses.of(this.list.ofComment(id, query, caller));
	}

	/** A reaction. */
	record SocialReactionRequest(@NotNull ReactionKind kind) {
	}

}
