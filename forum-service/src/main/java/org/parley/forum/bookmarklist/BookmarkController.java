package org.parley.forum.bookmarklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.forum.bookmarklist.BookmarkList.BookmarkRequest;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Bookmarks")
class BookmarkController {

	private final AuthorizedWriters authorizedWriters;

	private final SaveBookmark saveBookmark;

	private final BookmarkList list;

	BookmarkController(AuthorizedWriters authorizedWriters, SaveBookmark saveBookmark, BookmarkList list) {
		this.authorizedWriters = authorizedWriters;
		this.saveBookmark = saveBookmark;
		this.list = list;
	}

	@GetMapping("/bookmarks")
	@Operation(summary = "List your bookmarks, newest first")
	ResponseEntity<Paged<BookmarkView>> list(@Valid @ParameterObject BookmarkRequest request, Caller caller) {
		return EntityTagResponses.of(this.list.page(request, caller));
	}

	@PutMapping("/threads/{id}/bookmark")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Bookmark a thread")
	void markThread(@PathVariable String id, Caller caller) {
		this.saveBookmark.bookmarkThread(id, this.authorizedWriters.of(caller));
	}

	@DeleteMapping("/threads/{id}/bookmark")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove the bookmark of a thread")
	void unmarkThread(@PathVariable String id, Caller caller) {
		this.saveBookmark.removeThreadBookmark(id, this.authorizedWriters.of(caller));
	}

	@PutMapping("/posts/{id}/bookmark")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Bookmark a post")
	void markPost(@PathVariable String id, Caller caller) {
		this.saveBookmark.bookmarkPost(id, this.authorizedWriters.of(caller));
	}

	@DeleteMapping("/posts/{id}/bookmark")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove the bookmark of a post")
	void unmarkPost(@PathVariable String id, Caller caller) {
		this.saveBookmark.removePostBookmark(id, this.authorizedWriters.of(caller));
	}

}
