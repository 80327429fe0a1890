package org.parley.auth.signin.verification;

import java.time.Instant;
import java.time.InstantSource;

import org.parley.auth.user.Users;
import org.parley.platform.jobs.Job;
import org.parley.platform.jobs.JobRows;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Removes accounts whose address stays unverified, where verification is required. Older
 * accounts have the same time from the first run with the requirement.
 */
@Component
@EnableConfigurationProperties(VerificationSettings.class)
class RemoveUnverified implements Job {

	private final VerificationSettings settings;

	private final Users users;

	private final RemoveUnverifiedUser removeUser;

	private final VerificationRules rules;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	RemoveUnverified(VerificationSettings settings, Users users, RemoveUnverifiedUser removeUser,
			VerificationRules rules, UnitOfWork unitOfWork, InstantSource clock) {
		this.settings = settings;
		this.users = users;
		this.removeUser = removeUser;
		this.rules = rules;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "remove-unverified";
	}

	@Override
	public String schedule() {
		return "0 30 3 * * *";
	}

	@Override
	public String run() {
		if (!this.settings.required()) {
			this.rules.deleteById(VerificationRule.ID);
			return "Verification is not required.";
		}
		var now = this.clock.instant();
		var before = now.minus(this.settings.patience());
		if (since(now).isAfter(before)) {
			return "Verification has not been required long enough.";
		}
		var count = JobRows.forEach(this.users.streamUnverified(before),
				(user) -> this.unitOfWork.run(() -> this.removeUser.remove(user.id())));
		return "%d accounts removed.".formatted(count);
	}

	private Instant since(Instant now) {
		return this.rules.findById(VerificationRule.ID)
			.orElseGet(() -> this.rules.save(new VerificationRule(VerificationRule.ID, now)))
			.since();
	}

}
