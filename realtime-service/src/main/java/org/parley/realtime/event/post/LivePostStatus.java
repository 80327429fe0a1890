package org.parley.realtime.event.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A post's status, without its content.
 *
 * @param number its position in the thread
 * @param status decides who sees the content
 * @param moderation what was found in it; absent if nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LivePostStatus(String id, String threadId, int number, String status, @Nullable String moderation,
		long version) {
}
