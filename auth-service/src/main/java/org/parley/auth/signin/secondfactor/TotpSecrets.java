package org.parley.auth.signin.secondfactor;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;

import org.springframework.stereotype.Component;

/** Secrets of apps, which nobody reads at rest, and the codes that they make. */
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

	Totp next() {
		return Totp.next(this.random);
	}

	String seal(Totp secret, String userId) {
		return this.aesGcmCipher.seal(secret.text(), userId);
	}

	Totp open(SecondFactor factor) {
		return Totp.parse(this.aesGcmCipher.open(factor.sealedSecret(), factor.userId()));
	}

	/** Uses up what somebody typed, a code of the app or one on paper. */
	Taken take(SecondFactor factor, String typed) {
		var code = RecoveryCode.typed(typed);
		if (factor.take(open(factor), code.text(), this.clock.instant())) {
			return Taken.BY_APP;
		}
		return factor.take(code) ? Taken.BY_RECOVERY_CODE : Taken.NOT;
	}

	/** What became of a code. */
	enum Taken {

		BY_APP, BY_RECOVERY_CODE, NOT

	}

}
