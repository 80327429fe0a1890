package org.parley.auth.account.personaltoken;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Issues personal access tokens, at most 50 per user. */
@Component
class IssuePersonalToken {

	private static final int MAX_TOKENS = 50;

	private final PersonalTokens tokens;

	private final VerifyOwner verifyOwner;

	private final SendSecurityAlert sendSecurityAlert;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	IssuePersonalToken(PersonalTokens tokens, VerifyOwner verifyOwner, SendSecurityAlert sendSecurityAlert, Audit audit,
			InstantSource clock, RandomGenerator random) {
		this.tokens = tokens;
		this.verifyOwner = verifyOwner;
		this.sendSecurityAlert = sendSecurityAlert;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Verifies the caller and issues a token.
	 * @throws RefusalException as {@link VerifyOwner} throws; 409 {@code token.too-many};
	 * 400 as {@link PersonalToken#issue} throws
	 */
	Issued issue(Caller caller, PersonalTokenRequest request, ClientDevice clientDevice) {
		var secret = PersonalTokenSecret.next(this.random);
		var proof = new VerifyOwner.Proof(request.password(), request.otp());
		return this.verifyOwner.verify(caller, proof, clientDevice, (user) -> {
			var now = this.clock.instant();
			var token = PersonalToken.issue(user, request.name(), request.scopes(), secret, request.expiresAt(), now);
			if (this.tokens.findLive(user.id(), now).size() >= MAX_TOKENS) {
				throw RefusalException.conflict("token.too-many",
						"You have %d tokens. Revoke one.".formatted(MAX_TOKENS));
			}
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.ACCESS_TOKEN_CREATED);
			this.audit.record(AuditAction.ACCESS_TOKEN_CREATED, user.id(), token.id(), clientDevice);
			return new Issued(this.tokens.save(token), secret);
		});
	}

	/**
	 * A new token.
	 *
	 * @param token the stored token, which holds the hash only
	 * @param secret the secret, shown once
	 */
	record Issued(PersonalToken token, PersonalTokenSecret secret) {
	}

}
