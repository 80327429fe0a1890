package org.parley.forum.postlist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.member.AuthorNames;
import org.parley.forum.postlist.AuthoredPosts.AuthoredPostView;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/posts")
@Tag(name = "Posts")
class PostListController {

	private final AuthoredPosts authoredPosts;

	private final AuthorNames authorNames;

	private final CategoryAccess categories;

	PostListController(AuthoredPosts authoredPosts, AuthorNames authorNames, CategoryAccess categories) {
		this.authoredPosts = authoredPosts;
		this.authorNames = authorNames;
		this.categories = categories;
	}

	@GetMapping
	@Operation(summary = "List the visible posts of an author, newest first",
			description = "Leaves out posts in threads that you may not read, so a page may hold fewer items than its "
					+ "limit.")
	ResponseEntity<Paged<AuthoredPostView>> list(@Valid @ParameterObject PostListRequest request,
			@Nullable Caller caller) {
		var rights = this.categories.rights(caller);
		return EntityTagResponses.of(this.authorNames.find(request.author())
			.map((author) -> this.authoredPosts.page(author, request, rights))
			.orElseGet(() -> AuthoredPosts.none(request)));
	}

	/**
	 * Selects a page of the posts of one author.
	 *
	 * @param author the username of the author
	 * @param limit the maximum number of items, 20 by default
	 */
	record PostListRequest(@NotNull @Size(max = 100, message = "must have at most 100 characters") String author,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(value = 1, message = "must be at least 1") @Max(value = 100,
					message = "must be at most 100") @Nullable Integer limit)
			implements
				PageQuery {
	}

}
