package org.parley.auth.signin.secondfactor;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.secondfactor.code.RecoveryCode;
import org.parley.auth.signin.secondfactor.code.Totp;
import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Generates and encrypts the secrets of authenticator apps, and redeems codes. */
@Component
class TotpSecrets {

	private static final Logger log = LoggerFactory.getLogger(TotpSecrets.class);

	private final AesGcmCipher aesGcmCipher;

	private final RandomGenerator random;

	private final InstantSource clock;

	TotpSecrets(AtRestCiphers atRestCiphers, RandomGenerator random, InstantSource clock) {
		this.aesGcmCipher = atRestCiphers.of("second-factor");
		this.random = random;
		this.clock = clock;
	}

	Totp generate() {
		return Totp.generate(this.random);
	}

	String seal(Totp secret, String userId) {
		return this.aesGcmCipher.seal(secret.text(), userId);
	}

	Totp open(SecondFactor factor) {
		return Totp.parse(this.aesGcmCipher.open(factor.sealedSecret(), factor.userId()));
	}

	/**
	 * Redeems a recovery code or a code of the app, as typed. A recovery code needs no
	 * secret, so it also signs in when {@code parley.secret} was replaced.
	 */
	Result redeem(SecondFactor factor, String typed) {
		var code = RecoveryCode.parse(typed);
		if (factor.redeem(code)) {
			return Result.RECOVERY_CODE;
		}
		try {
			return factor.redeem(open(factor), code.text(), this.clock.instant()) ? Result.APP_CODE : Result.INVALID;
		}
		catch (IllegalStateException ex) {
			log.warn("The secret of an authenticator app cannot be decrypted", ex);
			return Result.INVALID;
		}
	}

	/** Outcome of redeeming a code. */
	enum Result {

		APP_CODE, RECOVERY_CODE, INVALID

	}

}
