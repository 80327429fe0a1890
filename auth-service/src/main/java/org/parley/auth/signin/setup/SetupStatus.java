package org.parley.auth.signin.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/**
 * Whether this installation is set up. A completed set-up is cached, as it is final.
 */
@Component
public class SetupStatus {

	private final Setups setups;

	private volatile SetupView cached = SetupView.REQUIRED;

	SetupStatus(Setups setups) {
		this.setups = setups;
	}

	SetupView view() {
		if (this.cached.required()) {
			this.cached = SetupView.of(this.setups.current());
		}
		return this.cached;
	}

	boolean isRequired() {
		return view().required();
	}

	/**
	 * Refuses accounts before the first administrator.
	 * @throws RefusalException 403 {@code setup.required}
	 */
	public void requireDone() {
		if (isRequired()) {
			throw RefusalException.forbidden("setup.required", "This installation is not set up yet.");
		}
	}

	/**
	 * Status of the set-up.
	 *
	 * @param required whether the installation is not set up yet
	 * @param forum absent before the set-up
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
		 * @param name given at the set-up
		 */
		@Schema(name = "SetUpForum")
		record Forum(@Schema(example = "The Tea Party") String name) {
		}

	}

}
