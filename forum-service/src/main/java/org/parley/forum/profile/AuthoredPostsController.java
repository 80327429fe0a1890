package org.parley.forum.profile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.AuthorNames;
import org.parley.forum.profile.RemoveAuthoredPosts.RemovedPosts;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators remove what a member has written. */
@RestController
@RequestMapping("/api/v1/members/{username}/posts")
@Tag(name = "Members")
class AuthoredPostsController {

	private final AuthorNames authorNames;

	private final RemoveAuthoredPosts removePosts;

	AuthoredPostsController(AuthorNames authorNames, RemoveAuthoredPosts removePosts) {
		this.authorNames = authorNames;
		this.removePosts = removePosts;
	}

	@DeleteMapping
	@Operation(summary = "Remove the newest posts of a member",
			description = "Removes their replies, and their threads that nobody else has replied to. Repeat it with "
					+ "`before` while the answer has `next`.")
	Data<RemovedPosts> remove(@PathVariable String username,
			@RequestParam(required = false) @Size(max = 50, message = "is no id of a post") @Nullable String before,
			Caller caller) {
		return new Data<>(this.removePosts.remove(this.authorNames.require(username).id(), before, caller));
	}

}
