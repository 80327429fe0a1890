package org.parley.auth.signin.passkey;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import org.parley.auth.signin.passkey.Passkey.Made;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.tokens.session.HoldSession;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Gives an account another passkey, once its owner has shown all that signing in takes.
 */
@Component
class AddPasskey {

	private static final int MOST = 20;

	private final Passkeys passkeys;

	private final Challenges challenges;

	private final WebAuthnVerifier webAuthnVerifier;

	private final RelyingParty party;

	private final VerifyOwner proving;

	private final Users users;

	private final HoldSession session;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	AddPasskey(Passkeys passkeys, Challenges challenges, WebAuthnVerifier webAuthnVerifier, RelyingParty party,
			VerifyOwner proving, Users users, HoldSession session, SendSecurityAlert sendSecurityAlert, UnitOfWork work,
			Audit audit, InstantSource clock) {
		this.passkeys = passkeys;
		this.challenges = challenges;
		this.webAuthnVerifier = webAuthnVerifier;
		this.party = party;
		this.proving = proving;
		this.users = users;
		this.session = session;
		this.sendSecurityAlert = sendSecurityAlert;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Asks the browser for one.
	 * @throws ProblemException as {@link VerifyOwner} says; 409 {@code passkey.too-many}
	 */
	PasskeyCreationOptions begin(Caller caller, VerifyOwner.Proof proof, ClientDevice clientDevice) {
		return this.proving.prove(caller, proof, clientDevice, (user) -> {
			var others = othersOf(user);
			var challenge = this.challenges.issue(user.id(), caller.sessionId());
			return PasskeyCreationOptions.of(challenge, user, others, this.party);
		});
	}

	/**
	 * Takes what the browser has made. The challenge counts once, whatever comes of it.
	 * @throws ProblemException 400 about {@code credential}; 409 {@code passkey.known},
	 * {@code passkey.too-many}
	 */
	Passkey add(Caller caller, String name, Attestation attestation, ClientDevice clientDevice) {
		var made = verified(caller, attestation);
		try {
			return this.work.run(() -> {
				this.session.requireLive(caller);
				var user = this.users.findById(caller.id()).orElseThrow();
				var passkey = Passkey.add(user.id(), name, made, this.clock.instant());
				othersOf(user);
				user.revokeLinks();
				this.users.save(user);
				this.sendSecurityAlert.alert(user, SecurityAlert.Kind.PASSKEY_ADDED);
				this.audit.record(AuditAction.PASSKEY_ADDED, user.id(), passkey.id(), clientDevice);
				return this.passkeys.save(passkey);
			});
		}
		catch (DuplicateKeyException ex) {
			throw ProblemException.conflict("passkey.known", "This passkey was added before.");
		}
	}

	private Made verified(Caller caller, Attestation attestation) {
		try {
			var data = this.webAuthnVerifier.read(attestation);
			if (!this.challenges.take(caller.id(), caller.sessionId(), WebAuthnVerifier.challengeOf(data))) {
				throw refused();
			}
			return this.webAuthnVerifier.verify(data,
					Objects.requireNonNullElse(attestation.response().transports(), List.of()));
		}
		catch (WebAuthnVerifier.NotAPasskeyException ex) {
			throw refused();
		}
	}

	private List<Passkey> othersOf(User user) {
		var others = this.passkeys.findByUserIdOrderById(user.id());
		if (others.size() >= MOST) {
			throw ProblemException.conflict("passkey.too-many", "You have %d passkeys. Remove one.".formatted(MOST));
		}
		return others;
	}

	private static ProblemException refused() {
		return ProblemException.field("credential", "passkey.refused",
				"must be a passkey made here and now, by a device that has verified its owner");
	}

}
