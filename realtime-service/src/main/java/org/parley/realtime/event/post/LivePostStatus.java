package org.parley.realtime.event.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A post's status, without its content.
 *
 * @param id the post's id
 * @param number its position in the thread
 * @param status decides who sees the content
 * @param moderation what was found in it; absent if nothing was
 * @param version the post's version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LivePostStatus(String id, String threadId, int number, String status, @Nullable String moderation,
		long version) {
}
