package org.parley.auth.signin.setup;

import java.time.InstantSource;

import org.parley.auth.user.Role;
import org.parley.auth.user.Users;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Marks an installation that has an administrator as set up. Runs after the creation of
 * demo accounts.
 */
@Component
@Order(1)
class AdoptInstallation implements ApplicationRunner {

	private final SetupStatus status;

	private final Setups setups;

	private final Users users;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	AdoptInstallation(SetupStatus status, Setups setups, Users users, UnitOfWork unitOfWork, InstantSource clock) {
		this.status = status;
		this.setups = setups;
		this.users = users;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.status.isRequired() && this.users.existsByRole(Role.ADMIN)) {
			try {
				this.unitOfWork.run(this::adopt);
			}
			catch (DuplicateKeyException ex) {
				return; // another instance has adopted it
			}
		}
	}

	private Setup adopt() {
		var setup = this.setups.current();
		return setup.adopt(this.clock.instant()) ? this.setups.save(setup) : setup;
	}

}
