package org.parley.auth.signin.secondfactor;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.parley.auth.signin.secondfactor.code.Totp;

import static org.assertj.core.api.Assertions.assertThat;

class EnrollSecondFactorTests {

	@Test
	void entryOfAnAppHasTheNameOfTheForum() {
		var secret = Totp.generate(new Random(1));
		assertThat(EnrollSecondFactor.uri("Tee: Haus", "otto", secret))
			.isEqualTo("otpauth://totp/Tee%%20Haus:otto?secret=%s&issuer=Tee%%20Haus".formatted(secret.base32()));
	}

}
