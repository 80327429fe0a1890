package org.parley.auth.signin.setup;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Puts the one-time token of a new installation in force at every start: the operator's,
 * or one that it makes and logs. Of several instances that start together one does.
 */
@Component
@Order(2)
@EnableConfigurationProperties(SetupSettings.class)
class IssueSetupToken implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(IssueSetupToken.class);

	private final SetupSettings settings;

	private final SetupStatus status;

	private final Setups setups;

	private final UnitOfWork work;

	private final InstantSource clock;

	private final RandomGenerator random;

	IssueSetupToken(SetupSettings settings, SetupStatus status, Setups setups, UnitOfWork work, InstantSource clock,
			RandomGenerator random) {
		this.settings = settings;
		this.status = status;
		this.setups = setups;
		this.work = work;
		this.clock = clock;
		this.random = random;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!this.status.isRequired()) {
			return;
		}
		this.settings.operatorsToken().ifPresentOrElse(this::accept, this::issue);
	}

	private void accept(SetupToken token) {
		change((setup) -> setup.accept(token, this.clock.instant()));
		log.warn("This installation is not set up. /setup takes the token of PARLEY_SETUP_TOKEN.");
	}

	/** The message has the token, as not every layout shows more than messages. */
	private void issue() {
		var token = SetupToken.next(this.random);
		if (change((setup) -> setup.issue(token, this.clock.instant()))) {
			log.warn("This installation is not set up. /setup takes this token, once: {}", token.text());
		}
		else {
			log.warn("This installation is not set up. Another instance has just logged the token.");
		}
	}

	private boolean change(Change change) {
		try {
			return this.work.run(() -> {
				var setup = this.setups.current();
				if (!change.isMade(setup)) {
					return false;
				}
				this.setups.save(setup);
				return true;
			});
		}
		catch (DuplicateKeyException ex) {
			return false; // another instance was first
		}
	}

	/** Puts a token in force, or leaves the one that is. */
	private interface Change {

		boolean isMade(Setup setup);

	}

}
