package org.parley.auth.signin.recovery;

import org.parley.auth.signin.credential.PermittedWays;
import org.parley.auth.signin.password.PasswordRules;
import org.parley.auth.signin.password.Passwords;
import org.parley.auth.signin.password.SignInAttempts;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.InvalidLinkException;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Resets a password with the token from a mail. */
@Component
class ResetPassword {

	private final MailTokens tokens;

	private final Passwords passwords;

	private final RedeemPasswordReset redeemReset;

	private final SignInAttempts attempts;

	private final PermittedWays permittedWays;

	private final UnitOfWork unitOfWork;

	ResetPassword(MailTokens tokens, Passwords passwords, RedeemPasswordReset redeemReset, SignInAttempts attempts,
			PermittedWays permittedWays, UnitOfWork unitOfWork) {
		this.tokens = tokens;
		this.passwords = passwords;
		this.redeemReset = redeemReset;
		this.attempts = attempts;
		this.permittedWays = permittedWays;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Resets the password. A refused password does not use up the token.
	 * @throws InvalidLinkException when the token is invalid
	 * @throws RefusalException 400 about the password; 403 {@code auth.provider-only}
	 */
	void reset(String token, String password, boolean revokeTokens, ClientDevice clientDevice) {
		var owner = this.tokens.findOwner(MailTokenPurpose.PASSWORD_RESET, token)
			.orElseThrow(InvalidLinkException::new);
		this.permittedWays.requireOwn(owner.role());
		PasswordRules.check("password", password, owner.email(), owner.username(), owner.profile().displayName());
		var hash = this.passwords.hash(password);
		this.unitOfWork.run(() -> this.redeemReset.redeem(token, hash, revokeTokens, clientDevice));
		this.attempts.forget(owner, clientDevice);
	}

}
