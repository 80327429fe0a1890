package org.parley.forum.thread.edit;

import java.util.List;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.text.Tag;
import org.parley.platform.text.StorableText;

/**
 * Requests an edit of a thread's title, tags, or both. An absent value changes nothing.
 */
record ThreadRequest(@StorableText(min = 3, max = 200) @Nullable String title,
		@Size(max = 5, message = "must have at most 5 tags") @Nullable List<@Tag String> tags) {

	ThreadRequest {
		tags = (tags != null) ? tags.stream().distinct().toList() : null;
	}

}
