package org.parley.webhook.mail.inbound;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contracts.mail.MailReceived.Authentication;

import static org.assertj.core.api.Assertions.assertThat;

/** A failure counts always, a success only for the domain of the author. */
class AuthenticationResultsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "spf=pass smtp.mailfrom=alice@example.com|PASS",
					"spf=pass smtp.mailfrom=bounces.example.com|PASS", "dkim=pass header.d=example.com|PASS",
					"dkim=pass header.i=@example.com|PASS", "dkim=pass header.d=attacker.example|NONE",
					"spf=pass smtp.mailfrom=x@attacker.example|NONE", "dkim=pass header.d=notexample.com|NONE",
					"spf=fail smtp.mailfrom=example.com|FAIL",
					"spf=fail smtp.mailfrom=example.com; dkim=pass header.d=example.com|FAIL",
					"spf=fail; dkim=pass header.d=example.com; dmarc=pass header.from=example.com|PASS",
					"dkim=fail header.d=example.com; spf=pass smtp.mailfrom=example.com|FAIL",
					"dmarc=fail header.from=example.com; spf=pass smtp.mailfrom=example.com|FAIL",
					"spf=softfail smtp.mailfrom=example.com|FAIL",
					"spf=softfail smtp.mailfrom=example.com; dkim=pass header.d=example.com|PASS",
					"spf=softfail smtp.mailfrom=example.com; dkim=pass header.d=attacker.example|FAIL",
					"spf=none; dkim=neutral; dmarc=none|NONE", "''|NONE", "nonsense|NONE", "arc=fail|NONE",
					"SPF=Pass smtp.mailfrom=Alice@Example.com|PASS",
					"dkim=pass (2048-bit key; unprotected) header.d=example.com header.i=@example.com|PASS",
					"spf=pass (a (nested; dmarc=fail) comment) smtp.mailfrom=example.com|PASS",
					"spf=pass smtp.mailfrom=\"Alice\"@example.com|PASS",
					"spf=pass smtp.mailfrom=\"alice@example.com\"@attacker.example|NONE",
					"spf=pass smtp.mailfrom=\"a;dmarc=pass x\"@attacker.example|NONE",
					"spf=pass smtp.mailfrom=\"a\\\";dmarc=pass x\"@attacker.example|NONE",
					"spf=pass (mx: domain of \"a);dmarc=pass x\"@attacker.example) smtp.mailfrom=attacker.example|NONE",
					"spf=pass (mx: domain of a;dmarc=pass x@attacker.example) smtp.mailfrom=attacker.example|NONE",
					"spf=pass smtp.mailfrom=\"a header.d=example.com\"@attacker.example|NONE" })
	void resultFollowsChecks(String header, Authentication expected) {
		var results = new AuthenticationResults().addHeader("mx.example.org; " + header);
		assertThat(results.of("alice@example.com")).isEqualTo(expected);
	}

}
