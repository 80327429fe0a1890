package org.parley.auth.signin.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Status of the set-up.
 *
 * @param required whether the installation is not set up yet
 * @param forum absent before the set-up
 */
record SetupView(@Schema(example = "false") boolean required,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Brand forum) {

	static final SetupView REQUIRED = new SetupView(true, null);

	static SetupView of(Setup setup) {
		return setup.isDone() ? new SetupView(false, setup.brand()) : REQUIRED;
	}

}
