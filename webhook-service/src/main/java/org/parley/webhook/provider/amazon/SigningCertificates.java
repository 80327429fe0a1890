package org.parley.webhook.provider.amazon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.regex.Pattern;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;

/**
 * The certificates of Amazon SNS, loaded once a day from the hosts of Amazon alone.
 */
final class SigningCertificates {

	private static final Pattern NAME = Pattern.compile("sns(?:\\.[a-z0-9-]{1,30})?\\.amazonaws\\.com(?:\\.cn)?");

	private final Cache<String, X509Certificate> certificates = Caffeine.newBuilder()
		.maximumSize(20)
		.expireAfterWrite(Duration.ofDays(1))
		.build();

	private final SnsClient client;

	SigningCertificates(SnsClient client) {
		this.client = client;
	}

	/**
	 * Returns the certificate of an address.
	 * @throws SignatureRefusedException 401 if it is not one of Amazon SNS
	 * @throws RefusalException 503 if it cannot be loaded, after which SNS repeats the
	 * message
	 */
	X509Certificate get(String address) {
		if (!this.client.isCertificate(address)) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return this.certificates.get(address, this::load);
	}

	private X509Certificate load(String address) {
		try {
			return parse(this.client.get(address));
		}
		catch (IOException ex) {
			throw RefusalException.later(RefusalKind.UNAVAILABLE, "service.unavailable",
					"The signing certificate of Amazon SNS cannot be loaded.", Duration.ofSeconds(30));
		}
	}

	private static X509Certificate parse(byte[] pem) {
		try {
			var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(pem));
			if (!isAmazon(certificate)) {
				throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
			}
			return certificate;
		}
		catch (GeneralSecurityException | InvalidNameException ex) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
	}

	private static boolean isAmazon(X509Certificate certificate) throws InvalidNameException {
		return new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()
			.stream()
			.filter((part) -> part.getType().equalsIgnoreCase("CN"))
			.anyMatch((part) -> NAME.matcher(String.valueOf(part.getValue())).matches());
	}

}
