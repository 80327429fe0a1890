package org.parley.auth.signin.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/**
 * Whether this installation is set up, and how the forum presents itself. A completed
 * set-up is cached for a second, after which a change of the brand has reached all
 * instances.
 */
@Component
public class SetupStatus {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private static final Cached NOTHING = new Cached(SetupView.REQUIRED, 0, Instant.MIN);

	private final Setups setups;

	private final InstantSource clock;

	private volatile Cached cached = NOTHING;

	SetupStatus(Setups setups, InstantSource clock) {
		this.setups = setups;
		this.clock = clock;
	}

	SetupView view() {
		return read().view();
	}

	Cached read() {
		var known = this.cached;
		var now = this.clock.instant();
		if (known.view().required() || !now.isBefore(known.until())) {
			var setup = this.setups.current();
			known = new Cached(SetupView.of(setup), setup.version(), now.plus(FRESH));
			this.cached = known;
		}
		return known;
	}

	/** Call it after the commit of a change. */
	void forget() {
		this.cached = NOTHING;
	}

	/** The name of the forum, for pages. */
	public String forumName() {
		var forum = view().forum();
		return (forum != null) ? forum.name() : Setup.UNNAMED;
	}

	/** Whether the installation has no administrator yet. */
	public boolean isRequired() {
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
	record SetupView(@Schema(example = "false") boolean required, @OptionalValue @Nullable Brand forum) {

		static final SetupView REQUIRED = new SetupView(true, null);

		static SetupView of(Setup setup) {
			return setup.isDone() ? new SetupView(false, setup.brand()) : REQUIRED;
		}

	}

	/**
	 * The values of the last read.
	 *
	 * @param version the version of the stored set-up
	 * @param until the end of the time for which it is not read again
	 */
	record Cached(SetupView view, long version, Instant until) {
	}

}
