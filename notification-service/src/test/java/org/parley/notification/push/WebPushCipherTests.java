package org.parley.notification.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import com.nimbusds.jose.JOSEException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.push.WebPushCipher.ReceiverKeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebPushCipherTests {

	private static final String PUBLIC_KEY = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcx"
			+ "aOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

	private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";

	/** RFC 8291, appendix A. */
	@Test
	void messageOfSpecificationIsEncryptedAsItSays() throws GeneralSecurityException, JOSEException {
		var sender = TestBrowser.keyPair(
				"BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz" + "AC8wEqKK6PBru3jl7A8",
				"yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
		var message = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8);
		var encrypted = WebPushCipher.encrypt(message, ReceiverKeys.of(PUBLIC_KEY, SECRET), sender,
				Base64.getUrlDecoder().decode("DGv6ra1nlYgDCS1FRnbzlw"));
		assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted))
			.isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6T"
					+ "lzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qul"
					+ "cy4a-fN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "Bob replied in “Which tomatoes?” 🍅" })
	void browserReadsMessage(String text) {
		var browser = new TestBrowser();
		var receiver = ReceiverKeys.of(browser.key(), browser.secret());
		var first = WebPushCipher.encrypt(text.getBytes(StandardCharsets.UTF_8), receiver);
		var second = WebPushCipher.encrypt(text.getBytes(StandardCharsets.UTF_8), receiver);
		assertThat(browser.read(first)).isEqualTo(text);
		assertThat(browser.read(second)).isEqualTo(text);
		assertThat(first).isNotEqualTo(second);
	}

	/** The third key has another y, so it is no point of the curve. */
	@ParameterizedTest
	@CsvSource({ "'', " + SECRET, "BCVxsr7N, " + SECRET,
			"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw5_, " + SECRET,
			"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw8, " + SECRET,
			"AyVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcx, " + SECRET, PUBLIC_KEY + ", BTBZMqHH", PUBLIC_KEY + ", ''",
			PUBLIC_KEY + ", 'BTBZMqHH6r4Tts7J aSIgg'", "'!', '!'" })
	void otherKeysAreRefused(String key, String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> ReceiverKeys.of(key, secret));
	}

}
