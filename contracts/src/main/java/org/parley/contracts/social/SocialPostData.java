package org.parley.contracts.social;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;

/**
 * A post as it is in events.
 *
 * @param text the text in Markdown; null for pictures alone, and for a deleted post
 * @param html the text as safe HTML
 * @param mediaIds the ids of the media in their order; null in older events
 * @param visibility who may see it
 * @param everybody whether everybody may see it, guests included; null in older events
 * @param version increases with every edit
 */
public record SocialPostData(String id, PersonReference author, @Nullable String text, @Nullable String html,
		@OptionalValue @Nullable List<String> mediaIds, SocialVisibility visibility,
		@OptionalValue @Nullable Boolean everybody, Instant createdAt, @Nullable Instant editedAt, long version) {
}
