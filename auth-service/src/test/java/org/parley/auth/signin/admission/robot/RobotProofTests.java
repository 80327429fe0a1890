package org.parley.auth.signin.admission.robot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

class RobotProofTests {

	@ParameterizedTest
	@CsvSource({ "16, true", "17, false" })
	void solutionIsJudgedByItsZeroBits(int bits, boolean solved) {
		var proof = find("0000[8-9a-f].*");
		assertThat(proof.solves(bits)).isEqualTo(solved);
	}

	@Test
	void missingSolutionSolvesNothing() {
		assertThat(new RobotProof("token", null).solves(0)).isFalse();
	}

	@Test
	void solutionOfAnotherTokenSolvesNothing() {
		var proof = find("000.*");
		assertThat(proof.solves(12)).isTrue();
		assertThat(new RobotProof("other", proof.solution()).solves(12)).isFalse();
	}

	private static RobotProof find(String form) {
		for (var text = 0;; text++) {
			if (Sha256.hex("token." + text).matches(form)) {
				return new RobotProof("token", String.valueOf(text));
			}
		}
	}

}
