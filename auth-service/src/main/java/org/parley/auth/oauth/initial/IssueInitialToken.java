package org.parley.auth.oauth.initial;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.tokens.secret.Issued;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Issues initial access tokens. */
@Component
class IssueInitialToken {

	private final InitialTokens tokens;

	private final VerifyOwner verifyOwner;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	IssueInitialToken(InitialTokens tokens, VerifyOwner verifyOwner, Audit audit, InstantSource clock,
			RandomGenerator random) {
		this.tokens = tokens;
		this.verifyOwner = verifyOwner;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Issues a token.
	 * @throws RefusalException as {@link VerifyOwner} and {@link InitialToken#issue}
	 */
	Issued<InitialToken> issue(Caller admin, InitialTokenRequest request, ClientDevice clientDevice) {
		var secret = OpaqueSecret.generate("parley_init_", this.random);
		return this.verifyOwner.verify(admin, request, clientDevice, (issuer) -> {
			var token = InitialToken.issue(Ids.next(), secret, request, issuer.id(), this.clock.instant());
			this.audit.record(AuditAction.REGISTRATION_TOKEN_CREATED, issuer.id(), token.id(), clientDevice);
			return new Issued<>(this.tokens.save(token), secret);
		});
	}

}
