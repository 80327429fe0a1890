package org.parley.platform.security.proof;

import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.DPoPProofContext;
import org.springframework.security.oauth2.jwt.DPoPProofJwtDecoderFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationToken;

/**
 * Verifies proofs of possession: signature, key, age, request, token, and single use.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.3">RFC 9449, section
 * 4.3</a>
 */
final class ProofVerifier {

	/** The accepted clock difference in both directions. */
	static final Duration WINDOW = Duration.ofMinutes(1);

	private final DPoPProofJwtDecoderFactory decoders = new DPoPProofJwtDecoderFactory();

	private final UsedProofs spent = new UsedProofs(WINDOW.multipliedBy(3));

	private final InstantSource clock;

	ProofVerifier(InstantSource clock) {
		this.clock = clock;
		// Replaces Spring's validators, whose replay cache holds only a thousand proofs.
		this.decoders.setJwtValidatorFactory((_) -> (_) -> OAuth2TokenValidatorResult.success());
	}

	/**
	 * Verifies the proof of a request.
	 * @throws OAuth2AuthenticationException when the proof is invalid or was used before
	 */
	void require(DPoPAuthenticationToken request, String thumbprint) {
		var text = request.getDPoPProof();
		// Checked before the signature, so that clients cannot choose an expensive key.
		if (!thumbprint.equals(thumbprintOf(text))) {
			throw ProofRefusal.ofProof("The proof has another key than the token.");
		}
		var proof = verified(request);
		requireFor(request, proof);
		requireNow(proof);
		var id = proof.getId();
		if (id == null || id.isBlank() || !this.spent.spend(thumbprint, id)) {
			throw ProofRefusal.ofProof("The proof was used before, or has no id.");
		}
	}

	private Jwt verified(DPoPAuthenticationToken request) {
		var context = DPoPProofContext.withDPoPProof(request.getDPoPProof())
			.method(request.getMethod())
			.targetUri(request.getResourceUri())
			.build();
		try {
			return this.decoders.createDecoder(context).decode(request.getDPoPProof());
		}
		catch (JwtException ex) {
			throw ProofRefusal.ofProof("The proof is not signed with its key.");
		}
	}

	private static void requireFor(DPoPAuthenticationToken request, Jwt proof) {
		if (!request.getMethod().equals(proof.getClaims().get("htm"))) {
			throw ProofRefusal.ofProof("The proof is for another method.");
		}
		var target = ProofTarget.of(request.getResourceUri());
		if (!(proof.getClaims().get("htu") instanceof String address) || !ProofTarget.of(address).equals(target)
				|| target.isEmpty()) {
			throw ProofRefusal.ofProof("The proof is for another address.");
		}
		if (!UsedProofs.hash(request.getAccessToken()).equals(proof.getClaims().get("ath"))) {
			throw ProofRefusal.ofProof("The proof is for another token.");
		}
	}

	private void requireNow(Jwt proof) {
		var made = proof.getIssuedAt();
		if (made == null || Duration.between(made, this.clock.instant()).abs().compareTo(WINDOW) > 0) {
			throw ProofRefusal.ofProof("The proof is too old or from the future.");
		}
	}

	private static String thumbprintOf(String proof) {
		try {
			var key = SignedJWT.parse(proof).getHeader().getJWK();
			return (key != null) ? key.computeThumbprint().toString() : "";
		}
		catch (ParseException | JOSEException | IllegalArgumentException ex) {
			throw ProofRefusal.ofProof("The proof is malformed.");
		}
	}

}
