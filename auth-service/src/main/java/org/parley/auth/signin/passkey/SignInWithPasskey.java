package org.parley.auth.signin.passkey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

import com.webauthn4j.data.AuthenticationData;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.credential.RecordSignIn;
import org.parley.auth.signin.credential.RecordSignIn.Failure;
import org.parley.auth.signin.passkey.Passkey.CopiedPasskeyException;
import org.parley.auth.signin.passkey.webauthn.Assertion;
import org.parley.auth.signin.passkey.webauthn.InvalidCredentialException;
import org.parley.auth.signin.passkey.webauthn.WebAuthnCeremonies;
import org.parley.auth.user.AccountDeletingException;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.NotApprovedException;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.stereotype.Component;

/**
 * Signs in with a passkey. It covers both factors, as the device has verified its owner,
 * so no code is required. Every failure has the same answer.
 */
@Component
public class SignInWithPasskey {

	private final Passkeys passkeys;

	private final WebAuthnCeremonies ceremonies;

	private final UsePasskey usePasskey;

	private final AlertOwnerOfCopiedPasskey alertOwner;

	private final RecordSignIn recordSignIn;

	SignInWithPasskey(Passkeys passkeys, WebAuthnCeremonies ceremonies, UsePasskey usePasskey,
			AlertOwnerOfCopiedPasskey alertOwner, RecordSignIn recordSignIn) {
		this.passkeys = passkeys;
		this.ceremonies = ceremonies;
		this.usePasskey = usePasskey;
		this.alertOwner = alertOwner;
		this.recordSignIn = recordSignIn;
	}

	/**
	 * Verifies the passkey and starts a session. The challenge is redeemed even if this
	 * fails.
	 * @param start starts the session, in the transaction that records the use
	 * @throws RefusalException 401 {@code auth.passkey-refused}; 403 {@code auth.banned},
	 * {@code account.deleting}
	 */
	public <T> T signIn(Assertion assertion, ClientDevice clientDevice, Function<User, T> start) {
		var data = redeem(assertion, clientDevice);
		var passkey = this.passkeys.findByCredentialId(assertion.id())
			.filter((candidate) -> isOwnedByUserOf(data, candidate))
			.orElseThrow(() -> refused(null, clientDevice));
		try {
			var use = this.ceremonies.verify(data, passkey.credential());
			var started = this.usePasskey.use(passkey.id(), use, clientDevice, start, SignInWithPasskey::refusal);
			this.recordSignIn.countSuccess();
			return started;
		}
		catch (InvalidCredentialException ex) {
			throw refused(passkey.userId(), clientDevice);
		}
		catch (CopiedPasskeyException ex) {
			this.alertOwner.alert(passkey.userId(), clientDevice);
			throw refused(passkey.userId(), clientDevice);
		}
		catch (BannedException | AccountDeletingException | NotApprovedException ex) {
			this.recordSignIn.recordFailure(Failure.REFUSED, passkey.userId(), clientDevice);
			throw ex;
		}
	}

	private AuthenticationData redeem(Assertion assertion, ClientDevice clientDevice) {
		try {
			return this.ceremonies.redeem(assertion);
		}
		catch (InvalidCredentialException ex) {
			throw refused(null, clientDevice);
		}
	}

	private static boolean isOwnedByUserOf(AuthenticationData data, Passkey passkey) {
		return Arrays.equals(passkey.userId().getBytes(StandardCharsets.UTF_8), data.getUserHandle());
	}

	private RefusalException refused(@Nullable String userId, ClientDevice clientDevice) {
		this.recordSignIn.recordFailure(Failure.BAD_PASSKEY, userId, clientDevice);
		return refusal();
	}

	private static RefusalException refusal() {
		return new RefusalException(RefusalKind.UNAUTHENTICATED, "auth.passkey-refused",
				"The passkey is unknown or its signature is invalid.");
	}

}
