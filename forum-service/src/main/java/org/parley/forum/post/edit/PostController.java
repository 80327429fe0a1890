package org.parley.forum.post.edit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.post.view.PostView;
import org.parley.forum.post.view.PostViews;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.markdown.VisibleMarkdown;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;

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
@RequestMapping("/api/v1/posts")
@Tag(name = "Posts")
class PostController {

	private final AuthorizedWriters authorizedWriters;

	private final ReplyToThread replyToThread;

	private final EditPost editPost;

	private final RemovePost removePost;

	private final PostViews views;

	private final PreviewPost previewPost;

	PostController(AuthorizedWriters authorizedWriters, ReplyToThread replyToThread, EditPost editPost,
			RemovePost removePost, PostViews views, PreviewPost previewPost) {
		this.authorizedWriters = authorizedWriters;
		this.replyToThread = replyToThread;
		this.editPost = editPost;
		this.removePost = removePost;
		this.views = views;
		this.previewPost = previewPost;
	}

	@PostMapping
	@Idempotent
	@Operation(summary = "Reply to a thread or to a post in it")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<PostView>> reply(@Valid @RequestBody NewPost request, Caller caller) {
		var writer = this.authorizedWriters.of(caller);
		var view = this.views.ofNew(this.replyToThread.reply(request, writer), writer.person());
		return EntityTagResponses.created("/api/v1/posts/" + view.id(), view.version(), view);
	}

	@PostMapping("/preview")
	@Operation(summary = "Render a text without storing it; links of quotations are checked only in posts")
	Data<Preview> preview(@Valid @RequestBody PostRequest request, Caller caller) {
		return new Data<>(new Preview(this.previewPost.render(request.content(), caller)));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get a post")
	ResponseEntity<Data<PostView>> get(@PathVariable String id, @Nullable Caller caller) {
		return answer(this.views.find(id, caller));
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Edit a post")
	ResponseEntity<Data<PostView>> edit(@PathVariable String id, @Valid @RequestBody PostRequest request,
			IfMatch condition, Caller caller) {
		var post = this.editPost.edit(id, request.content(), condition, this.authorizedWriters.of(caller));
		return answer(this.views.of(post, caller));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a post")
	void remove(@PathVariable String id, IfMatch condition, Caller caller) {
		this.removePost.remove(id, condition, this.authorizedWriters.of(caller));
	}

	@PostMapping("/{id}/restore")
	@Operation(summary = "Restore a removed post")
	ResponseEntity<Data<PostView>> restore(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.views.of(this.removePost.restore(id, condition, this.authorizedWriters.of(caller)), caller));
	}

	private static ResponseEntity<Data<PostView>> answer(PostView view) {
		return EntityTagResponses.of(view.version(), view);
	}

	/**
	 * A rendered text.
	 *
	 * @param html sanitized HTML
	 */
	record Preview(String html) {
	}

	/**
	 * Requests an edit of a post.
	 *
	 * @param content the new content in Markdown
	 */
	record PostRequest(
			@NotNull @VisibleMarkdown(media = true) @StorableText(min = 1, max = 50_000, lines = true) String content) {
	}

}
