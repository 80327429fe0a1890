package org.parley.auth.signin.passkey;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.auth.signin.passkey.WebAuthnVerifier.NotAPasskeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebAuthnVerifierTests {

	private static final String CHALLENGE = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE";

	private static final String OWNER = "YWxpY2U";

	private final WebAuthnVerifier webAuthnVerifier = new WebAuthnVerifier(party("", List.of()));

	private final Device device = new Device();

	@Test
	void aPasskeyIsMadeAndShown() {
		this.device.flags |= AuthenticatorData.BIT_BE;
		this.device.count = 1;
		var passkey = added();
		assertThat(passkey.signCount()).isEqualTo(1);
		assertThat(passkey.isBackupEligible()).isTrue();
		assertThat(passkey.isBackedUp()).isFalse();
		assertThat(passkey.transports()).containsExactly("internal");
		this.device.flags |= AuthenticatorData.BIT_BS;
		this.device.count = 5;
		var used = this.webAuthnVerifier.verify(this.webAuthnVerifier.read(this.device.show(CHALLENGE)), passkey);
		assertThat(used.signCount()).isEqualTo(5);
		assertThat(used.backedUp()).isTrue();
	}

	static Stream<Arguments> lies() {
		return Stream.of(lie("another page", (device) -> device.origin = "http://evil.test"),
				lie("another scheme", (device) -> device.origin = "https://parley.test"),
				lie("another port", (device) -> device.origin = "http://parley.test:8080"),
				lie("a page below", (device) -> device.origin = "http://evil.parley.test"),
				lie("another domain", (device) -> device.party = "evil.test"),
				lie("nobody verified", (device) -> device.flags = AuthenticatorData.BIT_UP),
				lie("nobody there", (device) -> device.flags = AuthenticatorData.BIT_UV));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lies")
	void whatIsNotAsItMustBeIsRefused(String name, Consumer<Device> lie) {
		var passkey = added();
		lie.accept(this.device);
		var lying = new Device();
		lie.accept(lying);
		var madeByLie = this.webAuthnVerifier.read(lying.make(CHALLENGE, OWNER));
		assertThatExceptionOfType(NotAPasskeyException.class)
			.isThrownBy(() -> this.webAuthnVerifier.verify(madeByLie, List.of()));
		var shown = this.webAuthnVerifier.read(this.device.show(CHALLENGE));
		assertThatExceptionOfType(NotAPasskeyException.class)
			.isThrownBy(() -> this.webAuthnVerifier.verify(shown, passkey));
	}

	@Test
	void anothersSignatureIsRefused() {
		var passkey = added();
		var other = new Device();
		other.make(CHALLENGE, OWNER);
		var shown = other.show(CHALLENGE);
		var data = this.webAuthnVerifier.read(new Assertion(passkey.credentialId(), shown.response()));
		assertThatExceptionOfType(NotAPasskeyException.class)
			.isThrownBy(() -> this.webAuthnVerifier.verify(data, passkey));
	}

	@Test
	void whatWasShownToSignInAddsNoPasskey() {
		var shown = this.device.show(CHALLENGE).response();
		var made = this.device.make(CHALLENGE, OWNER).response();
		var data = this.webAuthnVerifier.read(
				new Attestation(new Attestation.Response(shown.clientDataJSON(), made.attestationObject(), List.of())));
		assertThatExceptionOfType(NotAPasskeyException.class)
			.isThrownBy(() -> this.webAuthnVerifier.verify(data, List.of()));
	}

	@Test
	void whateverComesIsReadOrRefused() {
		var random = new Random(1);
		var good = this.device.make(CHALLENGE, OWNER).response();
		var refused = 0;
		for (int i = 0; i < 2_000; i++) {
			var bytes = WebAuthnVerifier.decode(good.attestationObject());
			for (int j = 0; j <= random.nextInt(4); j++) {
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
			}
			var bent = new Attestation(
					new Attestation.Response(good.clientDataJSON(), WebAuthnVerifier.encode(bytes), List.of()));
			try {
				this.webAuthnVerifier.verify(this.webAuthnVerifier.read(bent), List.of());
			}
			catch (NotAPasskeyException ex) {
				refused++;
			}
		}
		assertThat(refused).isGreaterThan(500);
	}

	@Test
	void aPageOfAnotherDomainCannotBeSet() {
		assertThat(party("parley.test", List.of("https://forum.parley.test")).id()).isEqualTo("parley.test");
		assertThatIllegalArgumentException().isThrownBy(() -> party("parley.test", List.of("https://evilparley.test")));
		assertThatIllegalArgumentException().isThrownBy(() -> party("other.test", List.of()));
	}

	private Passkey added() {
		var data = this.webAuthnVerifier.read(this.device.make(CHALLENGE, OWNER));
		return Passkey.add("alice", "laptop", this.webAuthnVerifier.verify(data, List.of("internal", "internal")),
				Instant.EPOCH);
	}

	private static RelyingParty party(String id, List<String> origins) {
		return new RelyingParty(new PasskeySettings(id, origins, "Parley", Duration.ofMinutes(5)),
				URI.create("http://parley.test"));
	}

	private static Arguments lie(String name, Consumer<Device> lie) {
		return Arguments.of(name, lie);
	}

}
