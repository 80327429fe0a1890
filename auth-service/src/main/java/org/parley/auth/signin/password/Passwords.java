package org.parley.auth.signin.password;

import java.text.Normalizer;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id and compares them, imported bcrypt hashes included. A
 * few run at a time, on their own threads, as each takes much memory and a whole core.
 */
@Component
@EnableConfigurationProperties(PasswordSettings.class)
public class Passwords implements DisposableBean {

	private final Argon2PasswordEncoder argon2;

	private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();

	private final PasswordHashQueue passwordHashQueue;

	private final String unknownUsersHash;

	Passwords(PasswordSettings settings) {
		this.argon2 = new Argon2PasswordEncoder(16, 32, settings.parallelism(), settings.memory(),
				settings.iterations());
		this.passwordHashQueue = new PasswordHashQueue(settings.atOnce(), settings.waiting(), settings.patience());
		this.unknownUsersHash = Objects.requireNonNull(this.argon2.encode(Ids.next()));
	}

	/**
	 * Runs a sign-in, a few at a time.
	 * @throws RefusalException 503 {@code auth.busy} under too many sign-ins; nothing has
	 * been run
	 */
	public <T> T admit(Supplier<T> signIn) {
		return this.passwordHashQueue.admit(signIn);
	}

	/**
	 * Hashes a password.
	 * @throws RefusalException 503 {@code auth.busy} under too many requests
	 */
	public String hash(String password) {
		return this.passwordHashQueue.run(() -> Objects.requireNonNull(this.argon2.encode(normalize(password))));
	}

	/**
	 * Compares a password with a hash. Without a hash, does the same work and returns
	 * false.
	 * @throws RefusalException 503 {@code auth.busy} under too many requests
	 */
	public boolean matches(String password, @Nullable String hash) {
		var text = PasswordRules.isText(password) ? normalize(password) : "";
		var known = (hash != null) ? hash : this.unknownUsersHash;
		return this.passwordHashQueue.run(() -> encoderOf(known).matches(text, known)) && hash != null;
	}

	/** Whether new hashes have another algorithm or a higher cost. */
	public boolean isOutdated(String hash) {
		return isBcrypt(hash) || this.argon2.upgradeEncoding(hash);
	}

	@Override
	public void destroy() {
		this.passwordHashQueue.shutDown();
	}

	private PasswordEncoder encoderOf(String hash) {
		return isBcrypt(hash) ? this.bcrypt : this.argon2;
	}

	private static boolean isBcrypt(String hash) {
		return hash.startsWith("$2");
	}

	/** Equivalent Unicode sequences are the same password (RFC 8265). */
	private static String normalize(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

}
