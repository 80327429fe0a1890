package org.parley.auth.signin.admission.robot;

import java.time.Duration;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A challenge for newcomers. A program finds a text, so that the SHA-256 of the token, a
 * point and this text begins with a number of zero bits; or a person waits.
 *
 * @param bits number of zero bits
 * @param seconds after which no solution is needed
 */
public record RobotChallenge(@Schema(example = "bm90IGEgcmVhbCB0b2tlbg") String token, @Schema(example = "15") int bits,
		@Schema(example = "4") long seconds) {

	/** How hard a challenge is. */
	enum Strength {

		/** A quarter of a second for a program, a few seconds for a person. */
		CALM(14, Duration.ofSeconds(3)),

		/** While an attack is seen. */
		ATTACK(18, Duration.ofSeconds(40));

		private final int bits;

		private final Duration wait;

		Strength(int bits, Duration wait) {
			this.bits = bits;
			this.wait = wait;
		}

		int bits() {
			return this.bits;
		}

		Duration patience() {
			return this.wait;
		}

	}

}
