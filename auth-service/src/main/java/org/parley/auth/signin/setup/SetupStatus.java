package org.parley.auth.signin.setup;

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

}
