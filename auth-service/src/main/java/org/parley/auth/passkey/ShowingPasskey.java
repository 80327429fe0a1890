package org.parley.auth.passkey;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Function;

import com.webauthn4j.data.AuthenticationData;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.passkey.Passkey.Used;
import org.parley.auth.refresh.SignedIn;
import org.parley.auth.refresh.SigningIn;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.DeletingException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Signs in by passkey. The device has it, and has verified its owner: both factors, so no
 * code is asked for. Whatever is wrong, the answer is the same.
 */
@Component
public class ShowingPasskey {

	private final Passkeys passkeys;

	private final Challenges challenges;

	private final Ceremony ceremony;

	private final RelyingParty party;

	private final Users users;

	private final SigningIn signingIn;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final MeterRegistry meters;

	ShowingPasskey(Passkeys passkeys, Challenges challenges, Ceremony ceremony, RelyingParty party, Users users,
			SigningIn signingIn, Alerting alerting, UnitOfWork work, Audit audit, InstantSource clock,
			MeterRegistry meters) {
		this.passkeys = passkeys;
		this.challenges = challenges;
		this.ceremony = ceremony;
		this.party = party;
		this.users = users;
		this.signingIn = signingIn;
		this.alerting = alerting;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
		this.meters = meters;
	}

	/** Asks the browser for one; nobody has said who they are. */
	RequestOptions begin() {
		return RequestOptions.of(this.challenges.issue(), this.party);
	}

	/**
	 * Begins a session. The challenge counts once, whatever comes of it.
	 * @throws ProblemException 401 {@code auth.passkey-refused}; 403 {@code auth.banned},
	 * {@code account.deleting}
	 */
	SignedIn signIn(Assertion assertion, Client client) {
		return signIn(assertion, client, (user) -> this.signingIn.signIn(user, client));
	}

	/**
	 * Begins something else for the owner, in the transaction that takes the passkey.
	 * @throws ProblemException as for a session
	 */
	public <T> T signIn(Assertion assertion, Client client, Function<User, T> begin) {
		var data = read(assertion, client);
		if (!this.challenges.take(Ceremony.challengeOf(data))) {
			throw refused(null, client);
		}
		var passkey = this.passkeys.findByCredentialId(assertion.id())
			.filter((candidate) -> isOf(candidate, data))
			.orElseThrow(() -> refused(null, client));
		try {
			var signedIn = begin(passkey.id(), this.ceremony.verify(data, passkey), client, begin);
			count("success");
			return signedIn;
		}
		catch (Ceremony.NotAPasskeyException ex) {
			throw refused(passkey.userId(), client);
		}
		catch (CopiedPasskeyException ex) {
			warn(passkey, client);
			throw refused(passkey.userId(), client);
		}
		catch (BannedException | DeletingException ex) {
			this.audit.recordOfStranger(Act.SIGN_IN_REFUSED, passkey.userId(), client);
			count("banned");
			throw ex;
		}
	}

	private <T> T begin(String id, Used used, Client client, Function<User, T> begin) {
		return this.work.run(() -> {
			var passkey = this.passkeys.findById(id).orElseThrow(ShowingPasskey::refusal);
			passkey.use(used, this.clock.instant());
			this.passkeys.save(passkey);
			var user = this.users.findById(passkey.userId()).orElseThrow(ShowingPasskey::refusal);
			this.audit.record(Act.SIGNED_IN, user.id(), "passkey", client);
			return begin.apply(user);
		});
	}

	private AuthenticationData read(Assertion assertion, Client client) {
		try {
			return this.ceremony.read(assertion);
		}
		catch (Ceremony.NotAPasskeyException ex) {
			throw refused(null, client);
		}
	}

	private static boolean isOf(Passkey passkey, AuthenticationData data) {
		return Arrays.equals(passkey.userId().getBytes(StandardCharsets.UTF_8), data.getUserHandle());
	}

	private void warn(Passkey passkey, Client client) {
		this.work.run(() -> {
			this.users.findById(passkey.userId())
				.ifPresent((user) -> this.alerting.alert(user, SecurityAlert.Kind.PASSKEY_COPIED));
			this.audit.recordOfStranger(Act.PASSKEY_COPIED, passkey.userId(), client);
			return passkey;
		});
	}

	private ProblemException refused(@Nullable String userId, Client client) {
		this.audit.recordOfStranger(Act.SIGN_IN_FAILED, userId, client);
		count("bad-passkey");
		return refusal();
	}

	private void count(String outcome) {
		this.meters.counter("parley.logins", "outcome", outcome).increment();
	}

	private static ProblemException refusal() {
		return new ProblemException(HttpStatus.UNAUTHORIZED, "auth.passkey-refused",
				"The passkey is not known here, or was not shown as it must be.");
	}

}
