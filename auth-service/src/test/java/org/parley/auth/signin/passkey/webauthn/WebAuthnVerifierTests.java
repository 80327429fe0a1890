package org.parley.auth.signin.passkey.webauthn;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebAuthnVerifierTests {

	private static final String CHALLENGE = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE";

	private static final String OWNER = "YWxpY2U";

	private final WebAuthnVerifier webAuthnVerifier = new WebAuthnVerifier(party("", List.of()));

	private final FakeAuthenticator device = new FakeAuthenticator();

	@Test
	void createdPasskeyVerifiesItsSignature() {
		this.device.flags |= AuthenticatorData.BIT_BE;
		this.device.count = 1;
		var credential = create();
		assertThat(credential.signCount()).isEqualTo(1);
		assertThat(credential.backupEligible()).isTrue();
		assertThat(credential.backedUp()).isFalse();
		assertThat(credential.transports()).containsExactly("internal");
		this.device.flags |= AuthenticatorData.BIT_BS;
		this.device.count = 5;
		var used = this.webAuthnVerifier.verify(this.webAuthnVerifier.read(this.device.sign(CHALLENGE)),
				stored(credential));
		assertThat(used.signCount()).isEqualTo(5);
		assertThat(used.backedUp()).isTrue();
	}

	static Stream<Arguments> forgeries() {
		return Stream.of(forgery("another page", (device) -> device.origin = "http://evil.test"),
				forgery("another scheme", (device) -> device.origin = "https://parley.test"),
				forgery("another port", (device) -> device.origin = "http://parley.test:8080"),
				forgery("a subdomain", (device) -> device.origin = "http://evil.parley.test"),
				forgery("another domain", (device) -> device.party = "evil.test"),
				forgery("no user verification", (device) -> device.flags = AuthenticatorData.BIT_UP),
				forgery("no user presence", (device) -> device.flags = AuthenticatorData.BIT_UV));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("forgeries")
	void forgedResponseIsRefused(String name, Consumer<FakeAuthenticator> forgery) {
		var credential = create();
		forgery.accept(this.device);
		var forging = new FakeAuthenticator();
		forgery.accept(forging);
		var forged = this.webAuthnVerifier.read(forging.create(CHALLENGE, OWNER));
		assertThatExceptionOfType(InvalidCredentialException.class)
			.isThrownBy(() -> this.webAuthnVerifier.verify(forged, List.of(), true));
		var shown = this.webAuthnVerifier.read(this.device.sign(CHALLENGE));
		assertThatExceptionOfType(InvalidCredentialException.class)
			.isThrownBy(() -> this.webAuthnVerifier.verify(shown, stored(credential)));
	}

	@Test
	void passkeyThatABrowserCreatesByItselfNeedsItsOwnerAtEachSignIn() {
		this.device.flags = 0;
		var credential = this.webAuthnVerifier.verify(this.webAuthnVerifier.read(this.device.create(CHALLENGE, OWNER)),
				List.of(), false);
		assertThatExceptionOfType(InvalidCredentialException.class).isThrownBy(() -> this.webAuthnVerifier
			.verify(this.webAuthnVerifier.read(this.device.sign(CHALLENGE)), stored(credential)));
		this.device.flags = FakeAuthenticator.VERIFIED;
		assertThat(this.webAuthnVerifier.verify(this.webAuthnVerifier.read(this.device.sign(CHALLENGE)),
				stored(credential)))
			.isNotNull();
	}

	@Test
	void signatureOfAnotherKeyIsRefused() {
		var credential = create();
		var other = new FakeAuthenticator();
		other.create(CHALLENGE, OWNER);
		var shown = other.sign(CHALLENGE);
		var data = this.webAuthnVerifier.read(new Assertion(credential.credentialId(), shown.response()));
		assertThatExceptionOfType(InvalidCredentialException.class)
			.isThrownBy(() -> this.webAuthnVerifier.verify(data, stored(credential)));
	}

	@Test
	void signInResponseAddsNoPasskey() {
		var shown = this.device.sign(CHALLENGE).response();
		var made = this.device.create(CHALLENGE, OWNER).response();
		var data = this.webAuthnVerifier.read(
				new Attestation(new Attestation.Response(shown.clientDataJSON(), made.attestationObject(), List.of())));
		assertThatExceptionOfType(InvalidCredentialException.class)
			.isThrownBy(() -> this.webAuthnVerifier.verify(data, List.of(), true));
	}

	@Test
	void malformedResponseIsRefused() {
		var random = new Random(1);
		var good = this.device.create(CHALLENGE, OWNER).response();
		var refused = 0;
		for (int i = 0; i < 2_000; i++) {
			var bytes = WebAuthnVerifier.decode(good.attestationObject());
			for (int j = 0; j <= random.nextInt(4); j++) {
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
			}
			var bent = new Attestation(
					new Attestation.Response(good.clientDataJSON(), WebAuthnVerifier.encode(bytes), List.of()));
			try {
				this.webAuthnVerifier.verify(this.webAuthnVerifier.read(bent), List.of(), true);
			}
			catch (InvalidCredentialException ex) {
				refused++;
			}
		}
		assertThat(refused).isGreaterThan(500);
	}

	@Test
	void originOfAnotherDomainIsRefused() {
		assertThat(party("parley.test", List.of("https://forum.parley.test")).id()).isEqualTo("parley.test");
		assertThatIllegalArgumentException().isThrownBy(() -> party("parley.test", List.of("https://evilparley.test")));
		assertThatIllegalArgumentException().isThrownBy(() -> party("other.test", List.of()));
	}

	private NewCredential create() {
		var data = this.webAuthnVerifier.read(this.device.create(CHALLENGE, OWNER));
		return this.webAuthnVerifier.verify(data, List.of("internal", "internal"), true);
	}

	private static StoredCredential stored(NewCredential credential) {
		return new StoredCredential(credential.key(), credential.signCount(), credential.backupEligible(),
				credential.backedUp());
	}

	private static RelyingParty party(String id, List<String> origins) {
		return new RelyingParty(new PasskeySettings(id, origins, Duration.ofMinutes(5)), () -> "The Tea Party",
				URI.create("http://parley.test"));
	}

	private static Arguments forgery(String name, Consumer<FakeAuthenticator> forgery) {
		return Arguments.of(name, forgery);
	}

}
