package org.parley.social.feed.view;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.parley.social.page.SocialPageQuery;
import org.parley.social.post.view.SocialPostView;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/social/feed")
@Tag(name = "Feeds")
class OwnFeedController {

	private final ReadFeed readFeed;

	OwnFeedController(ReadFeed readFeed) {
		this.readFeed = readFeed;
	}

	@GetMapping
	@Operation(summary = "Read your feed: your posts and those of the people whom you follow, newest first")
	ResponseEntity<Paged<SocialPostView>> read(@Valid @ParameterObject SocialPageQuery query, Caller caller) {
		return EntityTagResponses.of(this.readFeed.page(query, caller));
	}

}
