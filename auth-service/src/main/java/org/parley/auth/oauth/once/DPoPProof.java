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
 * A DPoP proof. Its claims are untrusted until Spring or {@link #verify} has verified it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
public record DPoPProof(String text) {

	/** The request header. */
	public static final String HEADER = "DPoP";

	/** The request parameter that binds a code to a key. */
	public static final String THUMBPRINT = "dpop_jkt";

	/** The name under which Spring's converters store the header. */
	public static final String PARAMETER = "dpop_proof";

	/**
	 * Names under which Spring's converters store headers. A form parameter of such a
	 * name would be taken for a header.
	 */
	public static final Set<String> RESERVED = Set.of(PARAMETER, "dpop_method", "dpop_target_uri");

	private static final JwtDecoderFactory<DPoPProofContext> DECODERS = new DPoPProofJwtDecoderFactory();

	/** The proof among the parameters of a converted request. */
	public static Optional<DPoPProof> find(Map<String, Object> parameters) {
		return (parameters.get(PARAMETER) instanceof String text && !text.isEmpty()) ? Optional.of(new DPoPProof(text))
				: Optional.empty();
	}

	/**
	 * Verifies the proof for a request.
	 * @throws OAuth2AuthenticationException {@code invalid_dpop_proof}
	 */
	public void verify(String method, String address) {
		try {
			DECODERS.createDecoder(DPoPProofContext.withDPoPProof(this.text).method(method).targetUri(address).build())
				.decode(this.text);
		}
		catch (JwtException ex) {
			throw invalid("The proof is not valid for this request.");
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
			throw invalid("The key of the proof is malformed.");
		}
		throw invalid("The proof has no key.");
	}

	/** The {@code jti} claim. */
	String id() {
		try {
			return String.valueOf(SignedJWT.parse(this.text).getJWTClaimsSet().getJWTID());
		}
		catch (ParseException ex) {
			throw invalid("The proof is malformed.");
		}
	}

	public static OAuth2AuthenticationException invalid(String description) {
		return new OAuth2AuthenticationException(
				new OAuth2Error(OAuth2ErrorCodes.INVALID_DPOP_PROOF, description, null));
	}

}
