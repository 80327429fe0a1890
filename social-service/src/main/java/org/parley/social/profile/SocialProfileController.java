package org.parley.social.profile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.parley.social.page.SocialPageQuery;
import org.parley.social.person.SocialPersonView;
import org.parley.social.post.view.SocialPostView;
import org.parley.social.profile.SocialProfiles.SocialProfileView;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/social/people/{username}")
@Tag(name = "People")
class SocialProfileController {

	private final SocialProfiles profiles;

	private final PersonLists lists;

	private final PersonPosts posts;

	SocialProfileController(SocialProfiles profiles, PersonLists lists, PersonPosts posts) {
		this.profiles = profiles;
		this.lists = lists;
		this.posts = posts;
	}

	@GetMapping
	@Operation(summary = "Get a person with counts and relation")
	ResponseEntity<Data<SocialProfileView>> get(@PathVariable String username, @Nullable Caller caller) {
		return EntityTagResponses.of(new Data<>(this.profiles.show(username, caller)));
	}

	@GetMapping("/posts")
	@Operation(summary = "List the posts of a person that you may see, newest first")
	ResponseEntity<Paged<SocialPostView>> posts(@PathVariable String username,
			@Valid @ParameterObject SocialPageQuery query, @Nullable Caller caller) {
		return EntityTagResponses.of(this.posts.page(username, query, caller));
	}

	@GetMapping("/followers")
	@Operation(summary = "List the followers of a person, latest first")
	ResponseEntity<Paged<SocialPersonView>> followers(@PathVariable String username,
			@Valid @ParameterObject SocialPageQuery query, @Nullable Caller caller) {
		return EntityTagResponses.of(this.lists.followers(username, query, caller));
	}

	@GetMapping("/following")
	@Operation(summary = "List the people whom a person follows, latest first")
	ResponseEntity<Paged<SocialPersonView>> following(@PathVariable String username,
			@Valid @ParameterObject SocialPageQuery query, @Nullable Caller caller) {
		return EntityTagResponses.of(this.lists.following(username, query, caller));
	}

}
