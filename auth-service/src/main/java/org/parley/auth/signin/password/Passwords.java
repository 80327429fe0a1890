package org.parley.auth.signin.password;

import java.text.Normalizer;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id and compares them; bcrypt hashes from elsewhere count
 * too. A few at a time, on threads of their own: each takes much memory and a whole core.
 */
@Component
@EnableConfigurationProperties(PasswordSettings.class)
public class Passwords implements DisposableBean {

	private final PasswordRules rules = new PasswordRules();

	private final Argon2PasswordEncoder argon2;

	private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();

	private final PasswordHashQueue passwordHashQueue;

	private final String nobodys;

	Passwords(PasswordSettings settings) {
		this.argon2 = new Argon2PasswordEncoder(16, 32, settings.parallelism(), settings.memory(),
				settings.iterations());
		this.passwordHashQueue = new PasswordHashQueue(settings.atOnce(), settings.waiting(), settings.patience());
		this.nobodys = Objects.requireNonNull(this.argon2.encode(Ids.next()));
	}

	/**
	 * Refuses a new password that is too short, too long or too common.
	 * @throws ProblemException 400 about the property
	 */
	public void check(String property, String password, String... names) {
		this.rules.check(property, password, names);
	}

	/**
	 * Does something that compares a password, all of it, for a few at a time; others
	 * wait for a moment.
	 * @throws ProblemException 503 {@code auth.busy} when too many want it, before
	 * anything is done
	 */
	public <T> T inLine(Supplier<T> all) {
		return this.passwordHashQueue.inLine(all);
	}

	/**
	 * Hashes a password, when its turn comes.
	 * @throws ProblemException 503 {@code auth.busy} when too many want it
	 */
	public String hash(String password) {
		return this.passwordHashQueue.take(() -> Objects.requireNonNull(this.argon2.encode(normal(password))));
	}

	/**
	 * Compares a password with a hash; without one, does the same work and says no.
	 * @throws ProblemException 503 {@code auth.busy} when too many want it
	 */
	public boolean matches(String password, @Nullable String hash) {
		var text = PasswordRules.isText(password) ? normal(password) : "";
		var known = (hash != null) ? hash : this.nobodys;
		return this.passwordHashQueue.take(() -> encoderOf(known).matches(text, known)) && hash != null;
	}

	/** Whether the hash is of another kind or cheaper than new ones are. */
	public boolean isOutdated(String hash) {
		return isBcrypt(hash) || this.argon2.upgradeEncoding(hash);
	}

	@Override
	public void destroy() {
		this.passwordHashQueue.end();
	}

	private PasswordEncoder encoderOf(String hash) {
		return isBcrypt(hash) ? this.bcrypt : this.argon2;
	}

	private static boolean isBcrypt(String hash) {
		return hash.startsWith("$2");
	}

	/**
	 * The same characters typed on another keyboard are the same password (RFC 8265).
	 */
	private static String normal(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

}
