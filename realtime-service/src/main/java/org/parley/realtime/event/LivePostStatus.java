package org.parley.realtime.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who sees a post now, without what it says.
 *
 * @param id the post's id
 * @param threadId its thread
 * @param number its place there
 * @param status who sees what it says
 * @param moderation whether it was checked
 * @param version of the post
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LivePostStatus(String id, String threadId, int number, String status, @Nullable String moderation,
		long version) {
}
