package org.parley.auth.signin.passkey.webauthn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import tools.jackson.databind.json.JsonMapper;

/** A browser with a device that has one passkey. Tests can falsify its responses. */
public final class FakeAuthenticator {

	public static final byte VERIFIED = AuthenticatorData.BIT_UP | AuthenticatorData.BIT_UV;

	private static final ObjectConverter CONVERTER = new ObjectConverter();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final KeyPair keys = keys();

	private final byte[] credentialId = new byte[32];

	private String owner = "";

	public String origin = "http://parley.test";

	public String party = "parley.test";

	public byte flags = VERIFIED;

	public long count;

	public FakeAuthenticator() {
		new SecureRandom().nextBytes(this.credentialId);
	}

	/** Creates the passkey. */
	public Attestation create(String challenge, String owner) {
		this.owner = owner;
		var credential = new AttestedCredentialData(AAGUID.ZERO, this.credentialId,
				EC2COSEKey.create((ECPublicKey) this.keys.getPublic(), COSEAlgorithmIdentifier.ES256));
		var data = new AuthenticatorData<RegistrationExtensionAuthenticatorOutput>(
				hash(this.party.getBytes(StandardCharsets.UTF_8)), (byte) (this.flags | AuthenticatorData.BIT_AT),
				this.count, credential);
		var made = new AttestationObjectConverter(CONVERTER)
			.convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
		return new Attestation(new Attestation.Response(WebAuthnVerifier.encode(client("webauthn.create", challenge)),
				WebAuthnVerifier.encode(made), List.of("internal")));
	}

	/** Signs in with the passkey. */
	public Assertion sign(String challenge) {
		var client = client("webauthn.get", challenge);
		var data = new AuthenticatorDataConverter(CONVERTER)
			.convert(new AuthenticatorData<AuthenticationExtensionAuthenticatorOutput>(
					hash(this.party.getBytes(StandardCharsets.UTF_8)), this.flags, this.count));
		return new Assertion(WebAuthnVerifier.encode(this.credentialId),
				new Assertion.Response(WebAuthnVerifier.encode(client), WebAuthnVerifier.encode(data),
						WebAuthnVerifier.encode(
								signature(ByteBuffer.allocate(data.length + 32).put(data).put(hash(client)).array())),
						this.owner));
	}

	public String owner() {
		return this.owner;
	}

	private byte[] client(String type, String challenge) {
		return JSON.writeValueAsBytes(JSON.createObjectNode()
			.put("type", type)
			.put("challenge", challenge)
			.put("origin", this.origin)
			.put("crossOrigin", false));
	}

	private byte[] signature(byte[] content) {
		try {
			var signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(this.keys.getPrivate());
			signature.update(content);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] hash(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyPair keys() {
		try {
			var generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
