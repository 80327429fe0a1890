package org.parley.social.person;

import jakarta.validation.constraints.NotNull;

/**
 * The preferences of a person, as read and written.
 *
 * @param privateAccount whether others ask before they follow, and only followers see the
 * person's posts, old ones too
 */
record AccountPreferenceBody(@NotNull(message = "is required") Boolean privateAccount) {
}
