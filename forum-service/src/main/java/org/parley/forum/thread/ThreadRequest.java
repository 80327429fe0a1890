package org.parley.forum.thread;

import java.util.List;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.text.StorableText;
import org.parley.forum.text.Tag;

/**
 * Asks for another title, other tags, or both; what is not said stays.
 *
 * @param title the new title
 * @param tags the new tags
 */
record ThreadRequest(@StorableText(min = 3, max = 200) @Nullable String title,
		@Size(max = 5, message = "has at most 5 tags") @Nullable List<@Tag String> tags) {

	ThreadRequest {
		tags = (tags != null) ? tags.stream().distinct().toList() : null;
	}

}
