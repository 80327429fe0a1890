package org.parley.notification.mail.transport.server;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MailServerAddressTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			textBlock = """
					smtp://smtp.example.org,                        SMTP,     false, smtp.example.org,   -1,   '',   '',      -
					smtp://user:pass@smtp.example.org:2525,         SMTP,     false, smtp.example.org,   2525, user, pass,    -
					smtps://u%40example.org:p%3A%2F%25@h:465,       SMTP,     true,  h,                  465,  u@example.org, p:/%, -
					smtp://127.0.0.1:25?limit=60,                   SMTP,     false, 127.0.0.1,          25,   '',   '',      60
					sendgrid://:SG.x-y_z@api.sendgrid.com,          SENDGRID, true,  api.sendgrid.com,   -1,   '',   SG.x-y_z, -
					sendgrid+http://:k@localhost:8080?limit=6000,   SENDGRID, false, localhost,          8080, '',   k,       6000
					mailgun://mg.example.org:key@api.eu.mailgun.net, MAILGUN, true,  api.eu.mailgun.net, -1,   mg.example.org, key, -
					' smtp://a:b@c ',                               SMTP,     false, c,                  -1,   a,    b,       -
					""")
	void addressHasServerLoginAndLimit(String text, MailServerAddress.Protocol protocol, boolean secure, String host,
			int port, String user, String password, Integer limit) {
		assertThat(MailServerAddress.of(text))
			.isEqualTo(new MailServerAddress(protocol, secure, host, port, user, password, limit));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "secret", "smtp:secret", "http://u:secret@h", "smtp://u:sec ret@h", "smtp://u:secret@",
			"smtp://u:secret@h/path", "smtp://u:secret@h?limit=0", "smtp://u:secret@h?limit=6001",
			"smtp://u:secret@h?limit=x", "smtp://u:secret@h?other=1", "sendgrid://secret@h", "mailgun://h",
			"smtp+http://u:secret@h", "sendgrid+ftp://u:secret@h", "smtp://u:secret@h:port" })
	void otherAddressIsRefusedWithoutItsSecrets(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> MailServerAddress.of(text))
			.withMessageStartingWith("parley.mail.transport.servers")
			.withMessageNotContaining("secret")
			.withNoCause();
	}

	@Test
	void nameHasNoSecrets() {
		var address = MailServerAddress.of("mailgun://mg.example.org:secret@api.mailgun.net:8443?limit=9");
		assertThat(address).hasToString("mailgun://api.mailgun.net:8443");
		assertThat(address.api("/v3/x")).isEqualTo(URI.create("https://api.mailgun.net:8443/v3/x"));
	}

}
