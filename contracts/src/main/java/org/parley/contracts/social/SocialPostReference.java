package org.parley.contracts.social;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;

/**
 * A post as events refer to it.
 *
 * @param visibility who may see it
 * @param everybody whether everybody may see it, guests included; null in older events
 * @param commentCount the number of shown comments
 */
public record SocialPostReference(String id, PersonReference author, SocialVisibility visibility,
		@OptionalValue @Nullable Boolean everybody, int commentCount) {
}
