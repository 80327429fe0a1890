package org.parley.auth.signin.mailed;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.SignInWithPassword.Known;
import org.parley.auth.signin.credential.PermittedWays;
import org.parley.auth.signin.credential.RecordSignIn;
import org.parley.auth.signin.credential.RecordSignIn.Failure;
import org.parley.auth.signin.mailed.MailedCode.BrowserCode;
import org.parley.auth.signin.secondfactor.code.TypedCode;
import org.parley.auth.signin.verification.VerifyEmail;
import org.parley.auth.tokens.note.ProvenOwner;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.stereotype.Component;

/**
 * Redeems a mailed code in the browser that asked for it, which verifies the address.
 */
@Component
public class RedeemSignInCode {

	private final MailedCodes codes;

	private final Users users;

	private final PermittedWays permittedWays;

	private final VerifyEmail verifyEmail;

	private final RecordSignIn recordSignIn;

	RedeemSignInCode(MailedCodes codes, Users users, PermittedWays permittedWays, VerifyEmail verifyEmail,
			RecordSignIn recordSignIn) {
		this.codes = codes;
		this.users = users;
		this.permittedWays = permittedWays;
		this.verifyEmail = verifyEmail;
		this.recordSignIn = recordSignIn;
	}

	/**
	 * Redeems the code. A change of a credential since it was sent invalidates it.
	 * @param secret of the browser; null if it has none
	 * @throws RefusalException 401 {@code auth.mail-code-wrong}, whatever the reason; 403
	 * {@code auth.provider-only}
	 */
	public Proven redeem(@Nullable String secret, String code, ClientDevice clientDevice) {
		var proven = Optional.ofNullable(secret)
			.flatMap((browser) -> this.codes.redeem(new BrowserCode(browser, TypedCode.plain(code))))
			.flatMap((redeemed) -> prove(redeemed, clientDevice));
		if (proven.isEmpty()) {
			this.recordSignIn.recordFailure(Failure.BAD_CREDENTIALS, null, clientDevice);
			throw new RefusalException(RefusalKind.UNAUTHENTICATED, "auth.mail-code-wrong",
					"The code is wrong, was used or has expired, or another browser asked for it.");
		}
		return proven.get();
	}

	private Optional<Proven> prove(MailedCode code, ClientDevice clientDevice) {
		var owner = new ProvenOwner(code.owner(), code.linkVersion()).find(this.users);
		owner.ifPresent((user) -> {
			this.permittedWays.requireOwn(user.role());
			this.verifyEmail.verifyRecipient(user.id(), clientDevice);
		});
		return owner.map((user) -> new Proven(Known.of(user, "mail", null), code.next()));
	}

	/**
	 * A person who has received a mail.
	 *
	 * @param next address of the page to return to, or empty
	 */
	public record Proven(Known known, String next) {
	}

}
