package org.parley.auth.account.personaltoken;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.tokens.secret.Issued;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.security.token.PersonalTokenFormat;
import org.parley.platform.text.name.ShownName;

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
	Issued<PersonalToken> issue(Caller caller, PersonalTokenRequest request, ClientDevice clientDevice) {
		var secret = OpaqueSecret.generate(PersonalTokenFormat.PREFIX, this.random);
		return this.verifyOwner.verify(caller, request, clientDevice, (user) -> {
			var now = this.clock.instant();
			var token = PersonalToken.issue(user, request.name(), request.scopes(), secret, request.expiresAt(), now);
			if (this.tokens.findLive(user.id(), now).size() >= MAX_TOKENS) {
				throw RefusalException.conflict("token.too-many",
						"You have %d tokens. Revoke one.".formatted(MAX_TOKENS));
			}
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.ACCESS_TOKEN_CREATED);
			this.audit.record(AuditAction.ACCESS_TOKEN_CREATED, user.id(), token.id(), clientDevice);
			return new Issued<>(this.tokens.save(token), secret);
		});
	}

	/**
	 * A request for a personal access token.
	 *
	 * @param expiresAt when it expires, within a year
	 */
	@Schema(name = "PersonalTokenWish")
	record PersonalTokenRequest(@Schema(example = "backup on my laptop") @NotNull @ShownName String name,
			@Schema(example = "[\"threads:read\"]") @NotNull @Size(min = 1, max = 20,
					message = "must have 1 to 20 items") List<@NotNull(message = "must not be null") String> scopes,
			@Schema(example = "2027-01-01T00:00:00Z") @NotNull Instant expiresAt,
			@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
			@Schema(example = "123456") @Size(max = 32,
					message = "must have at most 32 characters") @Nullable String otp)
			implements
				VerifyOwner.Proof {

		@Override
		public String toString() {
			return "PersonalTokenRequest[***]";
		}

	}

}
