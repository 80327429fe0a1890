package org.parley.forum.postpage;

import java.io.IOException;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.forum.cache.CacheKey;
import org.parley.forum.cache.CachedResponse;
import org.parley.forum.cache.CachedResponseWriter;
import org.parley.forum.cache.ResponseCache;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.post.PostView;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.ThreadMergedException;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.security.Caller;
import org.parley.platform.security.category.Rights;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/threads/{id}/posts")
class PostPageController {

	private final PostPages postPages;

	private final ReaderOverlay readerOverlay;

	private final ThreadAccess threads;

	private final CategoryAccess categories;

	private final ResponseCache cache;

	private final JsonMapper json;

	private final MovedContentRedirect movedContentRedirect;

	/** Of the very answers that are in the cache, as long as they are. */
	private final Cache<CachedResponse, PageOutline> outlines = Caffeine.newBuilder().weakKeys().build();

	PostPageController(PostPages postPages, ReaderOverlay readerOverlay, ThreadAccess threads,
			CategoryAccess categories, ResponseCache cache, JsonMapper json,
			MovedContentRedirect movedContentRedirect) {
		this.postPages = postPages;
		this.readerOverlay = readerOverlay;
		this.threads = threads;
		this.categories = categories;
		this.cache = cache;
		this.json = json;
		this.movedContentRedirect = movedContentRedirect;
	}

	@GetMapping
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = PostPage.class)))
	@ApiResponse(responseCode = "301", description = "What is asked for is in another thread; `Location` says where",
			content = @Content)
	void posts(@PathVariable String id, @Valid @ParameterObject PostPageRequest request, @Nullable Caller caller,
			HttpServletRequest http, HttpServletResponse response) throws IOException {
		var rights = this.threads.within(id, this.categories.rights(caller));
		var readers = ListAudience.of(caller, this.categories).as(rights.most());
		try {
			this.movedContentRedirect.requireHere(id, request, rights);
			var shared = shared(id, request, rights, readers);
			CachedResponseWriter.send((caller != null) ? personal(shared, caller) : shared, http, response);
		}
		catch (MovedElsewhereException ex) {
			response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
			response.setHeader(HttpHeaders.LOCATION, ex.address().toString());
		}
	}

	private CachedResponse shared(String id, PostPageRequest request, Rights rights, ListAudience readers) {
		var key = CacheKey.of(PageTouchedListener.group(id), readers.key(), request.parts());
		return this.cache.get(key, () -> {
			var thread = visible(id, request, rights);
			var from = request.from(thread.counters().lastNumber());
			var page = request.isTree() ? this.postPages.tree(thread.id(), from, request.size(), readers.audience())
					: this.postPages.flat(thread.id(), from, request.size(), readers.audience());
			this.movedContentRedirect.requireWhole(id, request, rights);
			return page;
		});
	}

	private ForumThread visible(String id, PostPageRequest request, Rights rights) {
		try {
			return this.threads.visible(id, rights);
		}
		catch (ThreadMergedException merged) {
			throw this.movedContentRedirect.onwards(id, merged.into(), request, rights);
		}
	}

	private CachedResponse personal(CachedResponse shared, Caller caller) {
		var outline = this.outlines.get(shared, (page) -> PageOutline.of(this.json.readTree(page.json())));
		return this.readerOverlay.in(outline, caller)
			.map((overlay) -> CachedResponse.unsettled(laidOver(shared, overlay), caller.id()))
			.orElse(shared);
	}

	private byte[] laidOver(CachedResponse shared, ReaderOverlay.Overlay overlay) {
		var page = this.json.readTree(shared.json());
		page.path("data").valueStream().map(ObjectNode.class::cast).forEach(overlay::lay);
		return this.json.writeValueAsBytes(page);
	}

	/** Names the answer's type for the API document. */
	private record PostPage(List<PostView> data, Paged.Meta meta) {
	}

}
