package org.parley.auth.signin.passkey;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Function;

import com.webauthn4j.data.AuthenticationData;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.passkey.Passkey.Used;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.user.AccountDeletingException;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Signs in by passkey. The device has it, and has verified its owner: both factors, so no
 * code is asked for. Whatever is wrong, the answer is the same.
 */
@Component
public class SignInWithPasskey {

	private final Passkeys passkeys;

	private final Challenges challenges;

	private final WebAuthnVerifier webAuthnVerifier;

	private final RelyingParty party;

	private final Users users;

	private final StartSession startSession;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final MeterRegistry meters;

	SignInWithPasskey(Passkeys passkeys, Challenges challenges, WebAuthnVerifier webAuthnVerifier, RelyingParty party,
			Users users, StartSession startSession, SendSecurityAlert sendSecurityAlert, UnitOfWork work, Audit audit,
			InstantSource clock, MeterRegistry meters) {
		this.passkeys = passkeys;
		this.challenges = challenges;
		this.webAuthnVerifier = webAuthnVerifier;
		this.party = party;
		this.users = users;
		this.startSession = startSession;
		this.sendSecurityAlert = sendSecurityAlert;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
		this.meters = meters;
	}

	/** Asks the browser for one; nobody has said who they are. */
	PasskeyRequestOptions begin() {
		return PasskeyRequestOptions.of(this.challenges.issue(), this.party);
	}

	/**
	 * Begins a session. The challenge counts once, whatever comes of it.
	 * @throws ProblemException 401 {@code auth.passkey-refused}; 403 {@code auth.banned},
	 * {@code account.deleting}
	 */
	SignInTokens signIn(Assertion assertion, ClientDevice clientDevice) {
		return signIn(assertion, clientDevice, (user) -> this.startSession.signIn(user, clientDevice));
	}

	/**
	 * Begins something else for the owner, in the transaction that takes the passkey.
	 * @throws ProblemException as for a session
	 */
	public <T> T signIn(Assertion assertion, ClientDevice clientDevice, Function<User, T> begin) {
		var data = read(assertion, clientDevice);
		if (!this.challenges.take(WebAuthnVerifier.challengeOf(data))) {
			throw refused(null, clientDevice);
		}
		var passkey = this.passkeys.findByCredentialId(assertion.id())
			.filter((candidate) -> isOf(candidate, data))
			.orElseThrow(() -> refused(null, clientDevice));
		try {
			var signedIn = begin(passkey.id(), this.webAuthnVerifier.verify(data, passkey), clientDevice, begin);
			count("success");
			return signedIn;
		}
		catch (WebAuthnVerifier.NotAPasskeyException ex) {
			throw refused(passkey.userId(), clientDevice);
		}
		catch (CopiedPasskeyException ex) {
			warn(passkey, clientDevice);
			throw refused(passkey.userId(), clientDevice);
		}
		catch (BannedException | AccountDeletingException ex) {
			this.audit.recordAnonymous(AuditAction.SIGN_IN_REFUSED, passkey.userId(), clientDevice);
			count("banned");
			throw ex;
		}
	}

	private <T> T begin(String id, Used used, ClientDevice clientDevice, Function<User, T> begin) {
		return this.work.run(() -> {
			var passkey = this.passkeys.findById(id).orElseThrow(SignInWithPasskey::refusal);
			passkey.use(used, this.clock.instant());
			this.passkeys.save(passkey);
			var user = this.users.findById(passkey.userId()).orElseThrow(SignInWithPasskey::refusal);
			this.audit.record(AuditAction.SIGNED_IN, user.id(), "passkey", clientDevice);
			return begin.apply(user);
		});
	}

	private AuthenticationData read(Assertion assertion, ClientDevice clientDevice) {
		try {
			return this.webAuthnVerifier.read(assertion);
		}
		catch (WebAuthnVerifier.NotAPasskeyException ex) {
			throw refused(null, clientDevice);
		}
	}

	private static boolean isOf(Passkey passkey, AuthenticationData data) {
		return Arrays.equals(passkey.userId().getBytes(StandardCharsets.UTF_8), data.getUserHandle());
	}

	private void warn(Passkey passkey, ClientDevice clientDevice) {
		this.work.run(() -> {
			this.users.findById(passkey.userId())
				.ifPresent((user) -> this.sendSecurityAlert.alert(user, SecurityAlert.Kind.PASSKEY_COPIED));
			this.audit.recordAnonymous(AuditAction.PASSKEY_COPIED, passkey.userId(), clientDevice);
			return passkey;
		});
	}

	private ProblemException refused(@Nullable String userId, ClientDevice clientDevice) {
		this.audit.recordAnonymous(AuditAction.SIGN_IN_FAILED, userId, clientDevice);
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
