package org.parley.platform.security.proof;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import org.parley.platform.domain.Sha256;

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

	/**
	 * The normalized target URI of a proof, without query and fragment.
	 *
	 * @param scheme in lower case
	 * @param host in lower case
	 * @param port the explicit or default port
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.3">RFC 9449, section
	 * 4.3</a>
	 */
	record ProofTarget(String scheme, String host, int port, String path) {

		/** Parses an address; empty when it is invalid. */
		static Optional<ProofTarget> of(String text) {
			try {
				var address = new URI(text);
				return (address.getScheme() != null && address.getHost() != null && address.getRawUserInfo() == null)
						? Optional.of(of(address)) : Optional.empty();
			}
			catch (URISyntaxException ex) {
				return Optional.empty();
			}
		}

		private static ProofTarget of(URI address) {
			var scheme = address.getScheme().toLowerCase(Locale.ROOT);
			var port = (address.getPort() >= 0) ? address.getPort() : scheme.equals("https") ? 443 : 80;
			var path = address.getRawPath();
			return new ProofTarget(scheme, address.getHost().toLowerCase(Locale.ROOT), port,
					(path == null || path.isEmpty()) ? "/" : path);
		}

	}

	/**
	 * The proofs that this instance has accepted within their validity. Only otherwise
	 * valid proofs for valid tokens are added, so the gateway's rate limits bound their
	 * number. No proof is removed early, since it could then be replayed.
	 */
	static final class UsedProofs {

		private final Cache<String, Boolean> known;

		/**
		 * Creates an empty set.
		 * @param kept longer than the validity of a proof
		 */
		UsedProofs(Duration kept) {
			this.known = Caffeine.newBuilder().expireAfterWrite(kept).build();
		}

		/** Adds a proof; false when it was used before. */
		boolean spend(String key, String id) {
			return this.known.asMap().putIfAbsent(hash(key + " " + id), true) == null;
		}

		static String hash(String text) {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
		}

	}

}
