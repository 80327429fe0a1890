package org.parley.auth.signin.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether this installation waits for its set-up.
 *
 * @param required whether it does
 * @param forum absent while it does
 */
record SetupView(@Schema(example = "false") boolean required,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Forum forum) {

	static final SetupView REQUIRED = new SetupView(true, null);

	static SetupView of(Setup setup) {
		return setup.isDone() ? new SetupView(false, new Forum(setup.forumName())) : REQUIRED;
	}

	/**
	 * The forum.
	 *
	 * @param name as it was given at the set-up
	 */
	@Schema(name = "SetUpForum")
	record Forum(@Schema(example = "The Tea Party") String name) {
	}

}
