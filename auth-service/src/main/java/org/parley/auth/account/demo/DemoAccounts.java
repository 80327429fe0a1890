package org.parley.auth.account.demo;

import java.time.InstantSource;
import java.util.Locale;

import org.parley.auth.account.demo.DemoSettings.Demo;
import org.parley.auth.signin.password.Passwords;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.Users;
import org.parley.auth.user.profile.UserProfile;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.slf4j.MDC;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Creates or updates the configured accounts of a development stack at every start. Runs
 * before the setup, which an administrator among them completes.
 */
@Component
@Order(0)
@EnableConfigurationProperties(DemoSettings.class)
class DemoAccounts implements ApplicationRunner {

	private final DemoSettings settings;

	private final Users users;

	private final Passwords passwords;

	private final UnitOfWork work;

	private final InstantSource clock;

	DemoAccounts(DemoSettings settings, Environment environment, Users users, Passwords passwords, UnitOfWork work,
			InstantSource clock) {
		if (!settings.demos().isEmpty() && !environment.acceptsProfiles(Profiles.of("development & !production"))) {
			throw new IllegalStateException(
					"parley.accounts (PARLEY_ACCOUNTS) is for the development profile: unset it here");
		}
		this.settings = settings;
		this.users = users;
		this.passwords = passwords;
		this.work = work;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		try (var _ = MDC.putCloseable("correlationId", Ids.next())) {
			this.settings.demos().forEach(this::ensure);
		}
	}

	private void ensure(Demo demo) {
		var known = this.users.findByUsername(demo.username());
		if (known.filter((user) -> isUpToDate(user, demo)).isPresent()) {
			return;
		}
		var hash = this.passwords.hash(demo.password());
		this.work.run(() -> {
			var user = this.users.findByUsername(demo.username())
				.orElseGet(() -> this.users.save(register(demo, hash)));
			user.verifyEmail(this.clock.instant());
			user.changePassword(hash, this.clock.instant());
			user.changeRole(demo.role(), user.reference());
			return this.users.save(user);
		});
	}

	private boolean isUpToDate(User user, Demo demo) {
		return user.role() == demo.role() && user.isEmailVerified()
				&& this.passwords.matches(demo.password(), user.passwordHash());
	}

	private User register(Demo demo, String hash) {
		return User.register(Ids.next(), new Username(demo.username()), demo.email(),
				UserProfile.of(demo.username(), Locale.ENGLISH), hash, demo.role(), this.clock.instant());
	}

}
