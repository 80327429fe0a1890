package org.parley.auth.oauth.once;

import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.DPoPProofContext;
import org.springframework.security.oauth2.jwt.DPoPProofJwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * A proof that the sender of a request has a key. What it says counts only once Spring,
 * or {@link #verify}, has verified it.
 *
 * @param text the JWT
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
public record DPoPProof(String text) {

	/** The header that it comes in. */
	public static final String HEADER = "DPoP";

	/** The parameter by which an app asks for a code that is bound to a key. */
	public static final String THUMBPRINT = "dpop_jkt";

	/** Under this name Spring's converters keep the header. */
	public static final String PARAMETER = "dpop_proof";

	/**
	 * Names that Spring's converters keep headers under. A form that has one of them
	 * would pass for a header.
	 */
	public static final Set<String> RESERVED = Set.of(PARAMETER, "dpop_method", "dpop_target_uri");

	private static final JwtDecoderFactory<DPoPProofContext> DECODERS = new DPoPProofJwtDecoderFactory();

	/** The proof among the parameters that a converter has read. */
	public static Optional<DPoPProof> in(Map<String, Object> parameters) {
		return (parameters.get(PARAMETER) instanceof String text && !text.isEmpty()) ? Optional.of(new DPoPProof(text))
				: Optional.empty();
	}

	/**
	 * Verifies it for one request.
	 * @throws OAuth2AuthenticationException {@code invalid_dpop_proof}
	 */
	public void verify(String method, String address) {
		try {
			DECODERS.createDecoder(DPoPProofContext.withDPoPProof(this.text).method(method).targetUri(address).build())
				.decode(this.text);
		}
		catch (JwtException ex) {
			throw invalid("The proof is not good for this request.");
		}
	}

	/**
	 * The thumbprint of its key (RFC 7638).
	 * @throws OAuth2AuthenticationException {@code invalid_dpop_proof} when it has none
	 */
	public String thumbprint() {
		try {
			var key = SignedJWT.parse(this.text).getHeader().getJWK();
			if (key != null) {
				return key.computeThumbprint().toString();
			}
		}
		catch (ParseException | JOSEException ex) {
			throw invalid("The key of the proof cannot be read.");
		}
		throw invalid("The proof has no key.");
	}

	/** By what it is told from all others. */
	String id() {
		try {
			return String.valueOf(SignedJWT.parse(this.text).getJWTClaimsSet().getJWTID());
		}
		catch (ParseException ex) {
			throw invalid("The proof cannot be read.");
		}
	}

	public static OAuth2AuthenticationException invalid(String description) {
		return new OAuth2AuthenticationException(
				new OAuth2Error(OAuth2ErrorCodes.INVALID_DPOP_PROOF, description, null));
	}

}
