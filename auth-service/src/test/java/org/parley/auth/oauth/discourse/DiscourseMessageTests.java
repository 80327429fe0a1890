package org.parley.auth.oauth.discourse;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DiscourseMessageTests {

	/** The example of the protocol's document. */
	private static final String SECRET = "d836444a9e4084d5b224a60c208dce14";

	private static final String PAYLOAD = "bm9uY2U9Y2I2ODI1MWVlZmI1MjExZTU4YzAwZmYxMzk1ZjBjMGI=\n";

	private static final String SIGNATURE = "2828aa29899722b35a2f191d34ef9b3ce695e0e6eeec47deb46d588d70c7cb56";

	@Test
	void exampleOfTheDocumentIsRead() {
		assertThat(DiscourseMessage.verify(PAYLOAD, SIGNATURE, SECRET)).hasValueSatisfying(
				(message) -> assertThat(message.value("nonce")).contains("cb68251eefb5211e58c00ff1395f0c0b"));
	}

	/** The vectors of the npm package discourse-sso. */
	@Test
	void messagesOfAnotherProgramAreReadAndWritten() {
		var secret = "much secret, very wow";
		assertThat(DiscourseMessage.verify("bm9uY2U9dmVyeV93b3dfbXVjaF9iYXNlNjRfc29fcXVlcnk=",
				"6648376284f212b08cc66f18fc8a8f188bcf16072944add79be71939a3c8b218", secret))
			.hasValueSatisfying(
					(message) -> assertThat(message.value("nonce")).contains("very_wow_much_base64_so_query"));
		var values = new LinkedHashMap<String, String>();
		values.put("external_id", "1337");
		values.put("nonce", "very_wow_much_base64_so_query");
		values.put("email", "gifcat@example.com");
		values.put("username", "gifcat");
		values.put("name", "Catmeister");
		assertThat(new DiscourseMessage(values).sentTo("https://a.example/", secret))
			.endsWith("&sig=065c73bbd0fee67517e7c852923f04c6380200cc0770e5a2b293cdafe29c3ee0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2828", "2828AA29899722B35A2F191D34EF9B3CE695E0E6EEEC47DEB46D588D70C7CB56",
			"2828aa29899722b35a2f191d34ef9b3ce695e0e6eeec47deb46d588d70c7cb57",
			" 2828aa29899722b35a2f191d34ef9b3ce695e0e6eeec47deb46d588d70c7cb56", "zz" })
	void otherSignatureIsRefused(String signature) {
		assertThat(DiscourseMessage.verify(PAYLOAD, signature, SECRET)).isEmpty();
	}

	@Test
	void otherSecretOrPayloadIsRefused() {
		assertThat(DiscourseMessage.verify(PAYLOAD, SIGNATURE, "another")).isEmpty();
		assertThat(DiscourseMessage.verify(PAYLOAD.strip(), SIGNATURE, SECRET)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonce=a&nonce=b", "nonce", "&", "nonce=%", "nonce=%zz", "" })
	void malformedQueryIsRefused(String query) {
		assertThat(DiscourseMessage.peek(base64(query))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bm9uY2U9YQ==&", "bm9u Y2U9YQ==", "bm9uY2U9YQ==\t", "bm9uY2U9YQ=*", "nonce=a", "b" })
	void otherAlphabetIsRefused(String payload) {
		assertThat(DiscourseMessage.peek(payload)).isEmpty();
	}

	@Test
	void longDescriptionOfAPersonIsRead() {
		var query = "nonce=a&bio=" + URLEncoder.encode("あ".repeat(500), StandardCharsets.UTF_8);
		assertThat(DiscourseMessage.peek(base64(query))).isPresent();
	}

	@Test
	void overlongPayloadIsRefused() {
		assertThat(DiscourseMessage.peek(base64("nonce=" + "a".repeat(6000)))).isEmpty();
	}

	@Test
	void messageIsReadAsItWasSent() {
		var values = Map.of("name", "Ä & B=c +ü", "nonce", "a");
		var address = new DiscourseMessage(values).sentTo("https://a.example/x?y=z", SECRET);
		assertThat(address).startsWith("https://a.example/x?y=z&sso=");
		var payload = URLDecoder.decode(address.replaceAll(".*sso=|&sig=.*", ""), StandardCharsets.UTF_8);
		assertThat(DiscourseMessage.verify(payload, address.replaceAll(".*&sig=", ""), SECRET))
			.hasValueSatisfying((message) -> assertThat(message.values()).isEqualTo(values));
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example/x?y, https://a.example/x https://a.example",
			"https://A.Example:8443/, https://a.example:8443", "https://a.example:443, https://a.example",
			"http://localhost:3000/x, http://localhost:3000/x http://localhost:3000",
			"http://127.0.0.1/, http://127.0.0.1", "http://a.example/, ''", "https://u@a.example/, ''",
			"https://a.example/#x, ''", "javascript:alert(1), ''", "//a.example/, ''", "https:///x, ''",
			"'https://a.example/ x', ''", "https://a.example\\@b.example/, ''", "ftp://a.example/, ''" })
	void onlySafeAddressIsAllowed(String address, String allowedBy) {
		assertThat(String.join(" ", ReturnAddress.allowedBy(address))).isEqualTo(allowedBy);
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
