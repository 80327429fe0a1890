package org.parley.forum.postpage;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.forum.cache.CacheKey;
import org.parley.forum.cache.CachedResponse;
import org.parley.forum.cache.CachedResponseWriter;
import org.parley.forum.cache.ResponseCache;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.post.view.PostView;
import org.parley.forum.postpage.MovedContentRedirect.MovedElsewhereException;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.ThreadMergedException;
import org.parley.forum.thread.Threads.ThreadNotFoundException;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/threads/{id}/posts")
@Tag(name = "Posts")
class PostPageController {

	private final PostPages postPages;

	private final ReaderOverlay readerOverlay;

	private final ThreadAccess threads;

	private final CategoryAccess categories;

	private final ResponseCache cache;

	private final MovedContentRedirect movedContentRedirect;

	PostPageController(PostPages postPages, ReaderOverlay readerOverlay, ThreadAccess threads,
			CategoryAccess categories, ResponseCache cache, MovedContentRedirect movedContentRedirect) {
		this.postPages = postPages;
		this.readerOverlay = readerOverlay;
		this.threads = threads;
		this.categories = categories;
		this.cache = cache;
		this.movedContentRedirect = movedContentRedirect;
	}

	@GetMapping
	@Operation(summary = "List the posts of a thread")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = PostPage.class)))
	@ApiResponse(responseCode = "301", description = "The posts were moved to another thread; see `Location`",
			content = @Content)
	void posts(@PathVariable String id, @Valid @ParameterObject PostPageRequest request, @Nullable Caller caller,
			HttpServletRequest http, HttpServletResponse response) throws IOException {
		var rights = this.threads.within(id, this.categories.rights(caller));
		var readers = ListAudience.of(caller, this.categories).withAudience(rights.highest());
		try {
			this.movedContentRedirect.requireNotMoved(id, request, rights);
			var page = page(id, request, rights, readers, caller);
			CachedResponseWriter.send(this.readerOverlay.personalize(page, id, caller), http, response);
		}
		catch (MovedElsewhereException ex) {
			response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
			response.setHeader(HttpHeaders.LOCATION, ex.address().toString());
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		}
	}

	/** Only the author sees a thread that its opening post hides. */
	private CachedResponse page(String id, PostPageRequest request, Rights rights, ListAudience readers,
			@Nullable Caller caller) {
		try {
			return cached(id, request, rights, readers, null);
		}
		catch (ThreadNotFoundException ex) {
			if (caller == null) {
				throw ex;
			}
			return cached(id, request, rights, readers, caller.id());
		}
	}

	/** Returns a page of all readers, or of one reader only. */
	private CachedResponse cached(String id, PostPageRequest request, Rights rights, ListAudience readers,
			@Nullable String reader) {
		var audience = (reader != null) ? readers.key() + "/" + reader : readers.key();
		var key = CacheKey.of(PageTouchedListener.group(id), audience, request.keyParts());
		return this.cache.get(key, () -> {
			var thread = visible(id, request, rights, reader);
			var last = thread.counters().lastNumber();
			var from = request.from(last);
			var page = request.isTree() ? this.postPages.readTree(thread.id(), from, request.size(), readers.audience())
					: this.postPages.readFlat(thread.id(), from, request.size(), readers.audience());
			if (!PostPages.isUnbroken(page, from, last)) {
				this.movedContentRedirect.requireComplete(id, request, rights);
			}
			return page;
		});
	}

	private ForumThread visible(String id, PostPageRequest request, Rights rights, @Nullable String reader) {
		try {
			return this.threads.visible(id, rights, reader);
		}
		catch (ThreadMergedException merged) {
			throw this.movedContentRedirect.redirectMerged(id, merged.into(), request, rights);
		}
	}

	/** The response type in the API document. */
	private record PostPage(List<PostOnPage> data, Paged.Meta meta) {
	}

	/**
	 * A post in the API document.
	 *
	 * @param depth the number of posts between it and the thread; only in a tree
	 * @param moreReplies whether the page omits replies to it; only in a tree
	 */
	private record PostOnPage(@JsonUnwrapped PostView post, @OptionalValue @Nullable Integer depth,
			@OptionalValue @Nullable Boolean moreReplies) {
	}

}
