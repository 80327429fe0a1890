package org.parley.forum.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Completes cached responses with what must not be cached, such as signed addresses. A
 * response with a mark is completed once a second for all of its readers; others cost a
 * look at a map.
 */
public final class CompletedResponses {

	private static final Duration MAX_AGE = Duration.ofSeconds(1);

	private final String mark;

	/** Whether responses have the mark, by identity. */
	private final Cache<CachedResponse, Boolean> marked = Caffeine.newBuilder().weakKeys().build();

	/** Completed responses by the stored ones, by identity. */
	private final Cache<CachedResponse, CachedResponse> completed = Caffeine.newBuilder()
		.weakKeys()
		.expireAfterWrite(MAX_AGE)
		.build();

	/** Creates the same for responses that contain an ASCII text. */
	public CompletedResponses(String mark) {
		this.mark = mark;
	}

	/** Returns the completed response; the response itself if it lacks the mark. */
	public CachedResponse complete(CachedResponse response, UnaryOperator<byte[]> completion) {
		return this.marked.get(response, this::isMarked)
				? this.completed.get(response, (stored) -> stored.with(completion.apply(stored.json()))) : response;
	}

	/** The mark is ASCII, so the search needs no decoding. */
	private boolean isMarked(CachedResponse response) {
		return new String(response.json(), StandardCharsets.ISO_8859_1).contains(this.mark);
	}

}
