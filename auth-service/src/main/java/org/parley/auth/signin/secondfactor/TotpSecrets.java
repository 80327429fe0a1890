package org.parley.auth.signin.secondfactor;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.secondfactor.code.RecoveryCode;
import org.parley.auth.signin.secondfactor.code.Totp;
import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;

import org.springframework.stereotype.Component;

/** Generates and encrypts the secrets of authenticator apps, and redeems codes. */
@Component
class TotpSecrets {

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

	/** Redeems a code of the app or a recovery code, as typed. */
	Result redeem(SecondFactor factor, String typed) {
		var code = RecoveryCode.parse(typed);
		if (factor.redeem(open(factor), code.text(), this.clock.instant())) {
			return Result.APP_CODE;
		}
		return factor.redeem(code) ? Result.RECOVERY_CODE : Result.INVALID;
	}

	/** Outcome of redeeming a code. */
	enum Result {

		APP_CODE, RECOVERY_CODE, INVALID

	}

}
