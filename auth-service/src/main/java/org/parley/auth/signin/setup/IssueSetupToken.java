package org.parley.auth.signin.setup;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Issues the one-time set-up token at every start: the operator's, or a random one that
 * it logs. Of several instances that start together, one issues it.
 */
@Component
@Order(2)
@EnableConfigurationProperties(SetupSettings.class)
class IssueSetupToken implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(IssueSetupToken.class);

	private final SetupSettings settings;

	private final SetupStatus status;

	private final Setups setups;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	private final RandomGenerator random;

	IssueSetupToken(SetupSettings settings, SetupStatus status, Setups setups, UnitOfWork unitOfWork,
			InstantSource clock, RandomGenerator random) {
		this.settings = settings;
		this.status = status;
		this.setups = setups;
		this.unitOfWork = unitOfWork;
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

	private void accept(OpaqueSecret token) {
		change((setup) -> setup.accept(token, this.clock.instant()));
		log.warn("This installation is not set up. Open /setup and enter the token of PARLEY_SETUP_TOKEN.");
	}

	/** The token is in the message itself, as some log layouts omit key-value fields. */
	private void issue() {
		var token = OpaqueSecret.generate("parley_setup_", this.random);
		if (change((setup) -> setup.issue(token, this.clock.instant()))) {
			log.warn("This installation is not set up. Open /setup and enter this one-time token: {}", token.text());
		}
		else {
			log.warn("This installation is not set up. Another instance has just logged the token.");
		}
	}

	private boolean change(Change change) {
		try {
			return this.unitOfWork.run(() -> {
				var setup = this.setups.current();
				if (!change.apply(setup)) {
					return false;
				}
				this.setups.save(setup);
				return true;
			});
		}
		catch (DuplicateKeyException ex) {
			return false; // another instance has issued one
		}
	}

	/** Changes the set-up; false leaves it as it is. */
	private interface Change {

		boolean apply(Setup setup);

	}

}
