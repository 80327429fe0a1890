package org.parley.social.profile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.parley.social.page.SocialPageQuery;
import org.parley.social.person.SocialPersonView;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/social/people/me")
@Tag(name = "People")
class OwnListController {

	private final PersonLists lists;

	OwnListController(PersonLists lists) {
		this.lists = lists;
	}

	@GetMapping("/requests")
	@Operation(summary = "List the people who ask to follow you, latest first")
	ResponseEntity<Paged<SocialPersonView>> requests(@Valid @ParameterObject SocialPageQuery query, Caller caller) {
		return EntityTagResponses.of(this.lists.requests(query, caller));
	}

	@GetMapping("/blocks")
	@Operation(summary = "List the people whom you block, latest first")
	ResponseEntity<Paged<SocialPersonView>> blocks(@Valid @ParameterObject SocialPageQuery query, Caller caller) {
		return EntityTagResponses.of(this.lists.blocked(query, caller));
	}

}
