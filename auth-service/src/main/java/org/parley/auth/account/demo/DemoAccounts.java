package org.parley.auth.account.demo;

import java.time.InstantSource;

import org.parley.auth.account.demo.DemoSettings.Demo;
import org.parley.auth.signin.password.Passwords;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.Users;
import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.MDC;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Makes the accounts of a development stack as its settings say, at every start. It comes
 * first: an administrator among them means that the installation is set up.
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
		var known = this.users.named(demo.username());
		if (known.filter((user) -> isAsSaid(user, demo)).isPresent()) {
			return;
		}
		var hash = this.passwords.hash(demo.password());
		this.work.run(() -> {
			var user = this.users.named(demo.username()).orElseGet(() -> this.users.save(opened(demo, hash)));
			user.verifyEmail(this.clock.instant());
			user.changePassword(hash, this.clock.instant());
			user.changeRole(demo.role(), user.person());
			return this.users.save(user);
		});
	}

	private boolean isAsSaid(User user, Demo demo) {
		return user.role() == demo.role() && user.isEmailVerified()
				&& this.passwords.matches(demo.password(), user.passwordHash());
	}

	private User opened(Demo demo, String hash) {
		return User.register(new Username(demo.username()), demo.email(), demo.username(), hash, demo.role(),
				this.clock.instant());
	}

}
