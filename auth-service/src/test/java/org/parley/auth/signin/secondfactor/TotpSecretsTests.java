package org.parley.auth.signin.secondfactor;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.parley.auth.signin.secondfactor.TotpSecrets.Result;
import org.parley.auth.signin.secondfactor.code.RecoveryCode;
import org.parley.auth.signin.secondfactor.code.Totp;
import org.parley.auth.tokens.key.TestCiphers;

import static org.assertj.core.api.Assertions.assertThat;

class TotpSecretsTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private final SecureRandom random = new SecureRandom();

	private final TotpSecrets totpSecrets = new TotpSecrets(TestCiphers.atRest(), this.random,
			InstantSource.fixed(NOW));

	private final Totp app = this.totpSecrets.generate();

	@Test
	void codesOfAppAndRecoveryCodesAreRedeemedOnce() {
		var codes = RecoveryCode.generateSet(this.random);
		var factor = SecondFactor.start("alice", this.totpSecrets.seal(this.app, "alice"), NOW);
		factor.replaceRecoveryCodes(codes);
		var code = this.app.code(Totp.step(NOW));
		assertThat(this.totpSecrets.redeem(factor, code)).isEqualTo(Result.APP_CODE);
		assertThat(this.totpSecrets.redeem(factor, code)).isEqualTo(Result.INVALID);
		assertThat(this.totpSecrets.redeem(factor, codes.getFirst().formatted())).isEqualTo(Result.RECOVERY_CODE);
		assertThat(this.totpSecrets.redeem(factor, codes.getFirst().formatted())).isEqualTo(Result.INVALID);
	}

	@Test
	void recoveryCodeNeedsNoReadableSecret() {
		var codes = RecoveryCode.generateSet(this.random);
		var factor = SecondFactor.start("alice", this.totpSecrets.seal(this.app, "somebody else"), NOW);
		factor.replaceRecoveryCodes(codes);
		assertThat(this.totpSecrets.redeem(factor, this.app.code(Totp.step(NOW)))).isEqualTo(Result.INVALID);
		assertThat(this.totpSecrets.redeem(factor, codes.getLast().formatted())).isEqualTo(Result.RECOVERY_CODE);
	}

}
