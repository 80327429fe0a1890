package org.parley.auth.signin.setup;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.stereotype.Component;

/**
 * Whether this installation is set up. Once it is, memory answers, as that never changes
 * back.
 */
@Component
public class SetupStatus {

	private final Setups setups;

	private volatile SetupView known = SetupView.REQUIRED;

	SetupStatus(Setups setups) {
		this.setups = setups;
	}

	SetupView view() {
		if (this.known.required()) {
			this.known = SetupView.of(this.setups.current());
		}
		return this.known;
	}

	boolean isRequired() {
		return view().required();
	}

	/**
	 * Lets nobody have an account before the first administrator.
	 * @throws ProblemException 403 {@code setup.required}
	 */
	public void requireDone() {
		if (isRequired()) {
			throw ProblemException.forbidden("setup.required", "This installation is not set up yet.");
		}
	}

}
