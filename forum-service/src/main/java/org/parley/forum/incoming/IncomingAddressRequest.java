package org.parley.forum.incoming;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;

/**
 * Requests a new address.
 *
 * @param name the name of the program
 * @param template the name of the template
 * @param threadId the thread to reply to; null to start threads
 * @param signed whether requests must be signed; null for no
 */
record IncomingAddressRequest(@NotNull @StorableText(min = 1, max = 50) String name,
		@NotNull @Pattern(regexp = "[a-z-]{1,40}", message = "must be the name of a template") String template,
		@StorableText(min = 1, max = 50) @Nullable String threadId, @Nullable Boolean signed) {

	boolean isSigned() {
		return Boolean.TRUE.equals(this.signed);
	}
}
