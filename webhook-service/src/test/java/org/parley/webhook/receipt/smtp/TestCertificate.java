package org.parley.webhook.receipt.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;

/** The certificate of the SMTP server in tests. */
@TestConfiguration(proxyBeanMethods = false)
public class TestCertificate {

	@Bean
	SslBundleRegistrar smtpCertificate() {
		var key = "-----BEGIN PRIVATE KEY-----\n" + text("amazon.key") + "\n-----END PRIVATE KEY-----\n";
		var details = PemSslStoreDetails.forCertificate(text("amazon.pem")).withPrivateKey(key);
		return (registry) -> registry.registerBundle("smtp", SslBundle.of(new PemSslStoreBundle(details, null)));
	}

	private static String text(String name) {
		try {
			return new ClassPathResource("org/parley/webhook/provider/amazon/" + name)
				.getContentAsString(StandardCharsets.US_ASCII)
				.strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
