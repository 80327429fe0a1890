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
 * Checks proofs of possession: that they are signed, just now, with the key that the
 * token is bound to, for this request and this token, and that they come once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.3">RFC 9449, section
 * 4.3</a>
 */
final class ProofVerifier {

	/** How far the clock of whoever made it may be away, either way. */
	static final Duration WINDOW = Duration.ofMinutes(1);

	private final DPoPProofJwtDecoderFactory decoders = new DPoPProofJwtDecoderFactory();

	private final UsedProofs spent = new UsedProofs(WINDOW.multipliedBy(3));

	private final InstantSource clock;

	ProofVerifier(InstantSource clock) {
		this.clock = clock;
		// What Spring checks by itself knows a thousand proofs; all is checked here.
		this.decoders.setJwtValidatorFactory((_) -> (_) -> OAuth2TokenValidatorResult.success());
	}

	/**
	 * Takes a request with its proof.
	 * @throws OAuth2AuthenticationException when the proof is not right, or not any more
	 */
	void require(DPoPAuthenticationToken request, String thumbprint) {
		var text = request.getDPoPProof();
		// Before the signature: nobody chooses a key that takes long.
		if (!thumbprint.equals(thumbprintOf(text))) {
			throw ProofRefusal.ofProof("The proof is by another key.");
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
			throw ProofRefusal.ofProof("The proof is not signed by its key.");
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
			throw ProofRefusal.ofProof("The proof was not made just now.");
		}
	}

	private static String thumbprintOf(String proof) {
		try {
			var key = SignedJWT.parse(proof).getHeader().getJWK();
			return (key != null) ? key.computeThumbprint().toString() : "";
		}
		catch (ParseException | JOSEException | IllegalArgumentException ex) {
			throw ProofRefusal.ofProof("The proof is none.");
		}
	}

}
