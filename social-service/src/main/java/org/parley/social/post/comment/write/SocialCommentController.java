package org.parley.social.post.comment.write;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.markdown.VisibleMarkdown;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.Paged;
import org.parley.social.page.SocialPageQuery;
import org.parley.social.post.comment.SocialCommentAccess;
import org.parley.social.post.comment.view.SocialCommentList;
import org.parley.social.post.comment.view.SocialCommentList.SocialCommentView;
import org.parley.social.post.comment.write.CommentOnPost.SocialCommentRequest;
import org.springdoc.core.annotations.ParameterObject;

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
@RequestMapping("/api/v1/social")
@Tag(name = "Comments")
class SocialCommentController {

	private final CommentOnPost commentOnPost;

	private final ChangeComment changeComment;

	private final SocialCommentAccess access;

	private final SocialCommentList list;

	SocialCommentController(CommentOnPost commentOnPost, ChangeComment changeComment, SocialCommentAccess access,
			SocialCommentList list) {
		this.commentOnPost = commentOnPost;
		this.changeComment = changeComment;
		this.access = access;
		this.list = list;
	}

	@GetMapping("/posts/{id}/comments")
	@Operation(summary = "List the comments on a post and their answers, oldest first")
	ResponseEntity<Paged<SocialCommentView>> list(@PathVariable String id,
			@Valid @ParameterObject SocialPageQuery query, @Nullable Caller caller) {
		return EntityTagResponses.of(this.list.page(id, query, caller));
	}

	@PostMapping("/posts/{id}/comments")
	@Idempotent
	@Operation(summary = "Comment on a post, or answer a comment")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<SocialCommentView>> comment(@PathVariable String id,
			@Valid @RequestBody SocialCommentRequest request, Caller caller) {
		var comment = this.commentOnPost.comment(id, request, caller).comment();
		var view = this.list.show(this.access.require(comment.id(), caller));
		return EntityTagResponses.created("/api/v1/social/comments/" + view.id(), view.version(), view);
	}

	@GetMapping("/comments/{id}")
	@Operation(summary = "Get a comment that you may see")
	ResponseEntity<Data<SocialCommentView>> get(@PathVariable String id, @Nullable Caller caller) {
		var view = this.list.show(this.access.require(id, caller));
		return EntityTagResponses.of(view.version(), view);
	}

	@PatchMapping("/comments/{id}")
	@Operation(summary = "Edit your comment")
	ResponseEntity<Data<SocialCommentView>> edit(@PathVariable String id,
			@Valid @RequestBody EditSocialCommentRequest request, IfMatch condition, Caller caller) {
		var view = this.list.show(this.changeComment.edit(id, request.text(), condition, caller));
		return EntityTagResponses.of(view.version(), view);
	}

	@DeleteMapping("/comments/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete your comment")
	void delete(@PathVariable String id, IfMatch condition, Caller caller) {
		this.changeComment.delete(id, condition, caller);
	}

	/**
	 * A request to edit a comment.
	 *
	 * @param text the text in Markdown
	 */
	record EditSocialCommentRequest(
			@NotNull @VisibleMarkdown @StorableText(min = 1, max = 5_000, lines = true) String text) {
	}

}
