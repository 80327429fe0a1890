package org.parley.forum.threadlist;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.forum.cache.CacheKey;
import org.parley.forum.cache.CachedResponseWriter;
import org.parley.forum.cache.ResponseCache;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.member.AuthorNames;
import org.parley.forum.member.Member;
import org.parley.forum.thread.view.ThreadView;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/threads")
@Tag(name = "Threads")
class ThreadListController {

	/** An id that no member has; it selects no threads. */
	private static final String UNKNOWN_AUTHOR = "";

	private final ThreadLists threadLists;

	private final AuthorNames authorNames;

	private final CategoryAccess categories;

	private final ResponseCache cache;

	private final ListPictures pictures;

	private final InstantSource clock;

	ThreadListController(ThreadLists threadLists, AuthorNames authorNames, CategoryAccess categories,
			ResponseCache cache, ListPictures pictures, InstantSource clock) {
		this.threadLists = threadLists;
		this.authorNames = authorNames;
		this.categories = categories;
		this.cache = cache;
		this.pictures = pictures;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "List threads")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadPage.class)))
	void list(@Valid @ParameterObject ListRequest request, @Nullable Caller caller, HttpServletRequest http,
			HttpServletResponse response) throws IOException {
		var readers = readers(request, caller);
		var key = CacheKey.of(ListTouchedListener.GROUP, readers.key(), request.cacheKeyParts());
		CachedResponseWriter.send(this.pictures.show(this.cache.get(key, () -> list(request, readers))), http,
				response);
	}

	/** Appointed moderators see hidden and removed threads in lists of their category. */
	private ListAudience readers(ListRequest request, @Nullable Caller caller) {
		var readers = ListAudience.of(caller, this.categories);
		if (request.category() == null || !request.wantsUnlisted()) {
			return readers;
		}
		return this.categories.bySlug(request.category())
			.map(this.categories.rights(caller)::in)
			.map(readers::withAudience)
			.orElse(readers);
	}

	private Paged<ThreadView> list(ListRequest request, ListAudience readers) {
		var order = request.order();
		var filter = filter(request, readers);
		if (request.page() != null) {
			return this.threadLists.numberedPage(filter, order, request.page(), request.size(), readers);
		}
		return this.threadLists.cursorPage(filter, order, order.parse(request.cursor()), request.size(), readers);
	}

	private ThreadFilter filter(ListRequest request, ListAudience readers) {
		var categoryIds = (request.category() != null)
				? List.of(this.categories.visible(request.category(), readers.rights()).id())
				: readers.categories().keySet();
		var authorId = Optional.ofNullable(request.author())
			.map((name) -> this.authorNames.find(name).map(Member::id).orElse(UNKNOWN_AUTHOR))
			.orElse(null);
		return new ThreadFilter(categoryIds, request.tagKey(), authorId, status(request, readers.audience()),
				TopWindow.since(request.window(), this.clock.instant()));
	}

	private static @Nullable StatusFilter status(ListRequest request, Audience audience) {
		if (request.wantsUnlisted() && !audience.includes(Audience.MODERATORS)) {
			throw RefusalException.field("status", "thread.forbidden", "is available only to moderators");
		}
		return request.statusFilter();
	}

	/** The response type in the API document. */
	private record ThreadPage(List<ThreadView> data, Paged.Meta meta) {
	}

	/** The maximum age of threads in the top list. */
	enum TopWindow {

		DAY(1), WEEK(7), MONTH(30), YEAR(365), ALL(0);

		private final int days;

		TopWindow(int days) {
			this.days = days;
		}

		/** The earliest creation time; null for all threads. */
		static @Nullable Instant since(@Nullable String name, Instant now) {
			var window = (name != null) ? valueOf(name.toUpperCase(Locale.ROOT)) : ALL;
			return (window != ALL) ? now.minus(Duration.ofDays(window.days)) : null;
		}

	}

}
