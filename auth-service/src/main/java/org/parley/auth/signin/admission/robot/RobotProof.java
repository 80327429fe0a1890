package org.parley.auth.signin.admission.robot;

import java.math.BigInteger;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Sha256;

/**
 * The answer to a challenge for newcomers.
 *
 * @param solution text of which the hash begins with zero bits; absent if a person has
 * waited instead
 */
public record RobotProof(
		@Schema(example = "bm90IGEgcmVhbCB0b2tlbg") @NotNull @Size(max = 300,
				message = "must have at most 300 characters") String token,
		@Schema(example = "2f81") @Pattern(regexp = "[0-9A-Za-z]{1,32}",
				message = "must be 1 to 32 letters and digits") @Nullable String solution) {

	private static final int HASH_BITS = 256;

	/** Whether the hash of token and solution begins with this many zero bits. */
	boolean solves(int bits) {
		if (this.solution == null) {
			return false;
		}
		var hash = new BigInteger(Sha256.hex(this.token + "." + this.solution), 16);
		return hash.bitLength() <= HASH_BITS - bits;
	}

	@Override
	public String toString() {
		return "RobotProof[***]";
	}

}
