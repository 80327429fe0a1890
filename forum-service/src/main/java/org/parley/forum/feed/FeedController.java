package org.parley.forum.feed;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.LengthenedAddress;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@LengthenedAddress
@RequestMapping("/api/v1/feeds")
@Tag(name = "Feeds")
class FeedController {

	private final CategoryAccess categories;

	private final ThreadAccess threads;

	private final Feeds feeds;

	private final URI site;

	FeedController(CategoryAccess categories, ThreadAccess threads, Feeds feeds,
			@Value("${parley.public-url}") URI site) {
		this.categories = categories;
		this.threads = threads;
		this.feeds = feeds;
		this.site = site;
	}

	@GetMapping("/categories/{slug}")
	@Operation(summary = "Get the newest threads of a category as an Atom feed")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = "string")))
	ResponseEntity<byte[]> category(@PathVariable String slug, @Nullable Caller caller) {
		return response(this.feeds.ofCategory(this.categories.visible(slug, Rights.of(caller))));
	}

	@GetMapping("/threads/{id}")
	@Operation(summary = "Get the newest posts of a thread as an Atom feed")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = "string")))
	ResponseEntity<byte[]> thread(@PathVariable String id, @Nullable Caller caller) {
		return response(this.feeds.ofThread(this.threads.visible(id, this.categories.rights(caller))));
	}

	private ResponseEntity<byte[]> response(Feed feed) {
		var atom = AtomWriter.write(feed, this.site);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_ATOM_XML)
			.cacheControl(CacheControl.noCache())
			.varyBy(HttpHeaders.AUTHORIZATION)
			.eTag(DigestUtils.md5DigestAsHex(atom))
			.body(atom);
	}

}
