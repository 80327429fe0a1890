package org.parley.social.post.write;

import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.social.post.SocialPostAccess;
import org.parley.social.post.VisiblePost;
import org.parley.social.post.view.SocialPostView;
import org.parley.social.post.view.SocialPostViews;
import org.parley.social.relation.SocialReaders;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/social/posts")
@Tag(name = "Social posts")
class SocialPostController {

	private final PublishSocialPost publishSocialPost;

	private final ChangeSocialPost changeSocialPost;

	private final SocialPostAccess access;

	private final SocialReaders readers;

	private final SocialPostViews views;

	SocialPostController(PublishSocialPost publishSocialPost, ChangeSocialPost changeSocialPost,
			SocialPostAccess access, SocialReaders readers, SocialPostViews views) {
		this.publishSocialPost = publishSocialPost;
		this.changeSocialPost = changeSocialPost;
		this.access = access;
		this.readers = readers;
		this.views = views;
	}

	@PostMapping
	@Idempotent
	@Operation(summary = "Publish a post")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<SocialPostView>> publish(@Valid @RequestBody SocialPostRequest request, Caller caller) {
		var post = this.publishSocialPost.publish(request, caller);
		var view = this.views.of(new VisiblePost(post, this.readers.of(caller, Set.of(post.authorId()))));
		return EntityTagResponses.created("/api/v1/social/posts/" + view.id(), view.version(), view);
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get a post that you may see")
	ResponseEntity<Data<SocialPostView>> get(@PathVariable String id, @Nullable Caller caller) {
		var view = this.views.of(this.access.require(id, caller));
		return EntityTagResponses.of(view.version(), view);
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Edit your post")
	ResponseEntity<Data<SocialPostView>> edit(@PathVariable String id,
			@Valid @RequestBody EditSocialPostRequest request, IfMatch condition, Caller caller) {
		var view = this.views.of(this.changeSocialPost.edit(id, request, condition, caller));
		return EntityTagResponses.of(view.version(), view);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete your post with its comments and reactions")
	void delete(@PathVariable String id, IfMatch condition, Caller caller) {
		this.changeSocialPost.delete(id, condition, caller);
	}

}
