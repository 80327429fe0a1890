package org.parley.notification.mail.transport.server;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mail servers.
 *
 * @param servers in the order in which they are asked, each as an address:
 * {@code smtp://user:password@smtp.example.org:587?limit=100},
 * {@code smtps://user:password@smtp.example.org},
 * {@code sendgrid://:key@api.sendgrid.com} or
 * {@code mailgun://domain:key@api.mailgun.net}; {@code limit} is the number of mails a
 * minute. The server of {@code spring.mail} if there is none
 * @param dkim the signature of mails that go to servers by SMTP
 */
@ConfigurationProperties("parley.mail.transport")
record MailTransportSettings(@DefaultValue List<String> servers, @DefaultValue Dkim dkim) {

	MailTransportSettings {
		servers = servers.stream().filter((server) -> !server.isBlank()).toList();
	}

	List<MailServerAddress> addresses() {
		return this.servers.stream().map(MailServerAddress::of).toList();
	}

	/** Omits the passwords. */
	@Override
	public String toString() {
		return "MailTransportSettings[servers=" + this.servers.size() + "]";
	}

	/**
	 * The signature of mails.
	 *
	 * @param key an RSA key in PKCS #8; empty to sign nothing
	 * @param selector names the public key in the DNS:
	 * {@code <selector>._domainkey.<domain>}
	 * @param domain the domain of the sender if empty
	 */
	record Dkim(@DefaultValue("") String key, @DefaultValue("parley") String selector,
			@DefaultValue("") String domain) {

		DkimKey key(String from) {
			return DkimKey.of(this.domain.isBlank() ? from.substring(from.indexOf('@') + 1) : this.domain,
					this.selector, this.key);
		}

		/** Omits the key. */
		@Override
		public String toString() {
			return "Dkim[selector=" + this.selector + "]";
		}

	}

}
